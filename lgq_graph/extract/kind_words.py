"""Nouns for kinds of things in languages other than English; in each row those of one language, with their usual forms."""

from __future__ import annotations

from ..model import Kind

__all__ = ["WORDS"]

_ROWS: tuple[tuple[Kind, str], ...] = (
    (Kind.APP, "aplicación móvil | aplicaciones móviles | app móvil | aplicación | aplicaciones"),
    (Kind.PORTAL, "portal web | sitio web | sitios web | página web | páginas web | sitio | portales"),
    (
        Kind.PLATFORM,
        "plataforma | plataformas | plataforma digital | plataforma web | sistema de información | sistema en línea",
    ),
    (Kind.SERVICE, "servicio en línea | servicio | servicios | trámite | trámites | línea de atención"),
    (
        Kind.INITIATIVE,
        "proyecto | proyectos | pilotos | proyectos piloto | programa | iniciativa | tarjeta | observatorio | laboratorio",
    ),
    (Kind.STRATEGY, "plan de acción | plan de desarrollo | hoja de ruta | agenda digital"),
    (Kind.APP, "application mobile | applications mobiles | appli | appli mobile"),
    (Kind.PORTAL, "portail | portails | site web | site internet | portail web | page web"),
    (Kind.PLATFORM, "plateforme | plateformes | plate-forme | plateforme numérique | système d’information"),
    (Kind.SERVICE, "service en ligne | téléservice | téléservices | démarche en ligne | guichet"),
    (Kind.INITIATIVE, "projet | projets | carte | laboratoire | observatoire"),
    (Kind.STRATEGY, "plan d’action | feuille de route | schéma directeur"),
    (Kind.APP, "aplicativo móvel | aplicativo | aplicativos | aplicação móvel | aplicação"),
    (Kind.PORTAL, "portais | página na internet | sítio web | sítio eletrônico"),
    (Kind.PLATFORM, "sistema de informação | plataforma on-line"),
    (Kind.SERVICE, "serviço on-line | serviço online | serviço | serviços"),
    (Kind.INITIATIVE, "projeto | projetos | cartão | observatório | laboratório"),
    (Kind.STRATEGY, "plano de ação | plano diretor"),
    (
        Kind.APP,
        "мобильное приложение | мобильного приложения | мобильном приложении | мобильным приложением | приложение | приложения",
    ),
    (
        Kind.PORTAL,
        "портал | портала | портале | порталом | сайт | сайта | сайте | интернет-портал | веб-сайт",
    ),
    (Kind.PLATFORM, "платформа | платформы | платформе | платформу | платформой | информационная система"),
    (
        Kind.SERVICE,
        "сервис | сервиса | сервисы | сервисе | услуга | услуги | услугу | суперсервис | электронная услуга",
    ),
    (Kind.INITIATIVE, "проект | проекта | проекты | проекте | программа | программы | инициатива | карта"),
    (Kind.STRATEGY, "стратегия | стратегии | стратегию | дорожная карта"),
    (Kind.APP, "تطبيق | التطبيق | تطبيق الهاتف | تطبيقات"),
    (Kind.PORTAL, "بوابة | البوابة | موقع | الموقع | الموقع الإلكتروني | موقع إلكتروني"),
    (Kind.PLATFORM, "منصة | المنصة | منصات"),
    (Kind.SERVICE, "خدمة | الخدمة"),
    (Kind.INITIATIVE, "مبادرة | المبادرة | مشروع | المشروع | برنامج | البرنامج"),
    (Kind.STRATEGY, "استراتيجية | الاستراتيجية"),
    (Kind.APP, "应用程序 | 手机应用 | 应用 | 客户端 | 小程序 | 應用程式"),
    (Kind.PORTAL, "门户网站 | 门户 | 网站 | 官网 | 官方网站 | 網站 | 入口網站"),
    (Kind.PLATFORM, "平台 | 服务平台 | 信息系统"),
    (Kind.SERVICE, "服务 | 热线 | 在线服务 | 查询 | 登记 | 预约 | 办理 | 缴费 | 申请 | 申报 | 报名 | 审批"),
    (Kind.INITIATIVE, "项目 | 計畫 | 工程"),
    (Kind.STRATEGY, "战略 | 规划 | 行动计划"),
)

WORDS: dict[str, Kind] = {word.strip(): kind for kind, row in _ROWS for word in row.split("|")}
