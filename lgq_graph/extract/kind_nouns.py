"""The nouns that tell what kind of thing a name is. They are data: to teach another word, add it here."""

from __future__ import annotations

from ..model import Kind

__all__ = ["NOUNS", "OPENING_NOUNS", "SURE"]

_TABLE: dict[Kind, str] = {
    Kind.APP: """mobile application | mobile applications | mobile app | mobile apps | smartphone app | smartphone
    application | phone app | app | apps | android application | ios application | aplicación móvil |
    application mobile""",
    Kind.PORTAL: """portal | portals | webportal | website | web site | websites | webpage | web page | page | pages |
    homepage | home page | site | knowledge base | geoportal | one-stop shop | web portal | dashboard |
    minisite | microsite | section | subsite | map | maps | atlas | viewer | wiki | catalogue | catalog
    | directory | virtual office | online office | register | registry""",
    Kind.PLATFORM: """platform | platforms | marketplace | information system | management system | procurement system |
    tendering system | trading information system | register system | registration system | web application | web app |
    alert system | warning system | reporting system | complaint system | booking system | ticketing system |
    e-procurement system | etendering system | gateway | software | discussion board | message board""",
    Kind.SERVICE: """service | services | appointments | e-service | e-services | eservice | super service | superservice | appointment
    | booking | reservation | registration | permit | permits | licence | license | certificate |
    certificates | payment | payments | hotline | helpline | help line | help desk | helpdesk | call
    center | call centre | contact center | contact centre | chatbot | chat bot | bot | virtual assistant |
    taxi | wi-fi | wifi | declaration | reception | enrolment | enrollment | renewal | removal | subsidy
    | allowance | newsletter | trámite | servicio | request | requests | form | guide | guideline | line
    | diary | record | records | meals | calculator | planner | ticket | tickets | help | finder |
    locator | tracker | checker | alerts | alert service | permit application | licence application | license application | desk | customer center | customer centre |
    appointment center | appointment centre | booking center | booking centre | information center |
    information centre | advice center | advice centre | queue | waiting list""",
    Kind.INITIATIVE: """project | projects | programme | program | programmes | initiative | initiatives | card | cards |
    bond | bonds | network | lab | laboratory | hub | sandbox | pilot | pilots | ecosystem | campaign |
    instrument | tool | digital twin | twin | system | systems | identifier | digital id | id | identity
    | account | budgeting | challenge | hackathon | fund | incubator | accelerator | sensors | model |
    infrastructure | cameras | academy | school | festival | scheme | workshop | workshops | course |
    courses | training | living lab | observatory | voice assistant | testbed | test bed""",
    Kind.STRATEGY: """strategy | strategies | strategic plan | roadmap | road map | masterplan | master plan | action plan
    | agenda | policy | plan | development plan | digital agenda | vision | state program | state
    programme | city program | blueprint | city programme | target programme | target program |
    framework | action programme | action program | principles | guidelines | charter | manifesto | estrategia | stratégie | estratégia | plan director""",
    Kind.ORGANISATION: """department | ministry | office | agency | directorate | secretariat | committee | commission |
    council | authority | bureau | board | institute | center | centre | centers | centres | division |
    unit | government | administration | municipality | company | foundation | association | university
    | consortium | establishment | corporation | chamber | chamber of commerce | trust | operator |
    police | ltd | gmbh | plc | empresa | universidad | universidade | université | ministerio |
    ministério | ministère | secretaría | secretaria | instituto | institut | agencia | agência | agence
    | alcaldía | ayuntamiento | prefeitura | mairie | revenue service | meteorological service | statistical service""",
    Kind.NETWORK: """city network | network of cities | alliance of cities | association of cities""",
    Kind.ACCOUNT: """channel | account on | fan page | social network | social networks | social media""",
    Kind.LEGISLATION: "",
}
NOUNS: dict[Kind, tuple[str, ...]] = {
    kind: tuple(" ".join(noun.split()) for noun in nouns.split("|") if noun.strip())
    for kind, nouns in _TABLE.items()
}

_OPENING: dict[Kind, str] = {
    Kind.STRATEGY: """plan | plano | piano | stratégie | estrategia | estratégia | strategia | schéma | charte | carta |
    agenda | feuille de route | hoja de ruta | programme décennal | programme triennal | programme pluriannuel | política | politique""",
    Kind.SERVICE: """avis | permis | permiso | permesso | licencia | licença | demande | solicitud | solicitação | pedido | trámite |
    paiement | pago | pagamento | inscription | inscripción | inscrição | rendez-vous | cita | certificat | certificado |
    patente | patentes | registro | matrícula | renovación | reserva | denuncia | agendamento | alvará | emissão | acte | déclaration |
    запись | оплата | очередь | заявка | заявление | регистрация | выписка | справка | разрешение | получение | оформление | подача |
    رخصة | دفع | حجز | تسجيل | طلب | شهادة | تصريح | تجديد | vignette | carnet | alertes | alertas | ligne | línea | linha""",
    Kind.PORTAL: """portail | portal | portale | sede electrónica | sede electronica | guichet | ventanilla | balcão | sportello | carte | mapa | mappa | tableau de bord |
    tablero | painel | observatoire | observatorio | géoportail | données | datos | dados | dati""",
    Kind.PLATFORM: """plateforme | plataforma | piattaforma""",
    Kind.APP: """application | aplicación | aplicativo | appli""",
    Kind.INITIATIVE: """projet | proyecto | projeto | progetto | programme | programa | programma | budget participatif |
    presupuesto | orçamento | réseau | red | rede | rete | laboratoire | laboratorio | fonds | fondo | fundo""",
    Kind.ORGANISATION: """agence | agencia | agência | agenzia | autorité | autoridad | autoridade | office | bureau |
    oficina | centre | centro | commission | comisión | comissão | commissione | conseil | consejo | conselho | consiglio |
    société | sociedad | sociedade | régie | institut | instituto | istituto | fondation | fundación | fundação | ministère |
    ministerio | ministério | ministero | secrétariat | secretaría | secretaria | dirección | direction | amt | empresa |
    service des | service de | régie | chambre | cámara | câmara | mairie | ville""",
}
OPENING_NOUNS: dict[str, Kind] = {
    " ".join(noun.split()): kind for kind, nouns in _OPENING.items() for noun in nouns.split("|")
}
"""Nouns that open a name where the tongue puts the head first: "Plan de movilidad"."""

SURE = frozenset(
    """permiso licencia licença solicitud solicitação pedido trámite paiement pago pagamento inscripción inscrição certificado
    patente patentes matrícula renovación agendamento alvará emissão déclaration plataforma aplicativo aplicación portail
    ventanilla guichet balcão sportello""".split()
)
"""Those that no other language has as a word, so that no small word need show which it is."""
