"""Write the names of persons that `lgq_graph/extract/name_lists.py` reads, from the lists of the packages faker and mimesis.

    pip install faker==40.63.0 mimesis==22.2.0 && python tools/make_names.py

A name is common when lists of two languages have it, or those of both packages, or one that is good enough by itself, or it stands below;
not one that is a word in a text of some language, unless many lists have it. Other names are seldom ones. Given names of many languages that
are nothing else are sure ones. docs/decisions/020-names-of-persons.md tells why.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module, metadata
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from lgq_graph.extract.name_lists import folded
from lgq_graph.extract.name_words import HONORIFICS, PARTICLES

TARGET = Path(__file__).resolve().parent.parent / "lgq_graph" / "extract" / "lists"
KINDS = {"given": re.compile(r"first_|given|middle_name"), "family": re.compile(r"last_|family|surname")}
LISTS, LISTS_OF_A_WORD, LISTS_OF_A_SURE_ONE = 2, 4, 4
"""How many must have a name; how many one that is a word, too; and how many a given name that tells a person beside any word."""
SHORT = 3
"""Letters of a name that tells nobody where a single list has it."""
APART = frozenset("en_IN en_KE en_NG en_PK en_TH".split())
"""Locales that share a language and no names with the others of it."""
ALONE = frozenset(
    "en_KE en_NG ha_NG ig_NG ja_JP lt_LT lv_LV ro_RO sl_SI tw_GH uz_UZ vi_VN yo_NG zu_ZA".split()
)
"""Those that need no other: clean, and of languages for which there is no second list."""
READABLE = re.compile(r"[A-Za-zÀ-ɏḀ-ỿͰ-Ͽ\u0400-\u04ffԱ-և\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af'’ -]+")
"""Scripts that can be spelt in Latin letters with the vowels."""

WORDS = frozenset(
    "ada alba alexa alice alma amber angel apollo aria ariel ashley asia atlas aurora autumn ava bella blanca bruno carmen cassandra celeste chance charity clara claude clementine corona crystal daisy dawn delta destiny diamond diana"
    " domingo eden elba era esperanza estrella eva fanny faustina felicia felix fern fidel flora flor florence florida fortuna francis gaia gala gemma genesis gloria grace hazel heather helios hera holly"
    " hugo india indigo iris isis ivy jade jan jasmine jasper jordan joy june juno justice laura lara leon liberty lila lily linda luna lux luz madison malta mar marina maris marta max may maya melody merlin"
    " mercedes mercy mia mila mira miranda monica nadia nelson nina noel nora norma nova olive olympia opal oscar otto paris patria paz pearl perla petra phoenix pia pilar poppy primo prince regina rex robin"
    " rio roman romeo rosa rosario rose rowan ruby sage salvador santiago santos sara savannah saga selma sierra silva silver siri sol sofia sonia sophia stella summer sunny sydney tara terra tessa tia trinity"
    " valentine valeria vera veronica victor victoria vida viola violet virginia vita viva willow wei winter zara".split()
)
"""Given names that are words, places or what services are called, too: beside any word they tell no person."""

MORE = {
    "given": (
        "wei fang jing lei qiang yong jun jie tao ming chao gang hui xia yan hua xiaoming xiaohong lihua weiming jianguo guoqiang meiling xiuying yuki haruka kenji hiroshi takeshi akira naoko yumi satoshi"
        " minjun jihoon seojun jiwoo minseo soyeon hyejin jiyoung sunghoon eunji minji hyunwoo donghyun jiwon somchai somsak suchart wichai prasert siriporn narong"
        " thi van anh huong hung dung tuan minh thanh hoa lan linh trang thao phuong nga hanh quang duc khanh long nam hai son quoc bao dat hieu kien nghia nhan nhi nhung oanh phong phuc quyen quynh thang thu thuy tien toan trung tung uyen vinh xuan yen"
        " agus budi siti dewi joko slamet wahyu rina rini yuni ratna bambang hendra eko nurul ahmad andi putri rizky fitri ayu wayan ketut nyoman kadek"
        " priya rahul amit anjali pooja sunita rajesh suresh ramesh sanjay vijay deepak manoj ankit rohit vikram arjun karthik lakshmi kavita neha swati sneha divya nikhil ashok anil sunil ravi aditya siddharth harish"
        " ganesh mahesh dinesh mukesh prakash shweta rekha geeta bikash nuwan chaminda"
        " oluwaseun olumide ayodele babatunde chukwuemeka chinedu ngozi nneka ifeoma emeka obinna chioma funmilayo temitope yetunde folake segun tunde kunle kwame kofi kojo kwabena yaw akosua abena ama adwoa efua"
        " fatou mamadou ousmane moussa ibrahima abdoulaye cheikh aminata mariama khady binta aissatou seydou modou amadou oumar souleymane boubacar alioune coumba ndeye rokhaya adama salif bintou"
        " uwase ingabire jeanne mugisha dawit yonas meron tigist kidist almaz hirut selamawit abebe bekele tadesse girma haile tesfaye alemu kebede mulugeta getachew tsegaye assefa chidinma thabo sipho lerato nomsa lindiwe sizwe nomvula tendai tatenda farai chipo"
        " youssef yusuf mohamed mohammed mohammad muhammad ahmed hassan hussein omar khaled khalid mahmoud mustafa mostafa ibrahim tariq tarek karim samir rania layla leila fatima fatma aisha khadija zainab mariam maryam"
        " noura huda amina salma yasmin rasha abdullah abdulrahman saleh saeed faisal nasser bilal hamza walid ziad rami reza hossein mehdi zahra aigul dinara serik yerlan aidar ainur zhanar askar"
    ),
    "family": (
        "zhang wang li liu chen yang huang zhao zhou xu zhu guo luo liang xie deng feng cao peng zeng xiao tian dong pan yuan jiang cai yu du wei su lu ding shen ren yao zhong cui tan fan shi jin wong chan cheung lau leung"
        " sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura kim lee choi jung kang yoon jang lim seo shin kwon hwang"
        " nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly"
        " santoso wijaya susanto setiawan kusuma lestari rahmawati wibowo hidayat saputra pratama nugroho purnomo suryadi gunawan hartono siregar nasution simanjuntak lubis harahap wahyuni handayani"
        " venkatesan subramanian krishnan raman iyer nair menon pillai reddy rao naidu gowda shetty hegde kulkarni joshi patil deshmukh jadhav pawar shinde chavan gaikwad mukherjee banerjee chatterjee ghosh sengupta bose dasgupta"
        " gupta sharma verma agarwal mishra tiwari pandey yadav chaudhary kapoor malhotra mehta shah patel desai trivedi thakur bhatt perera jayasinghe wickramasinghe shrestha gurung tamang thapa adhikari koirala maharjan"
        " khan malik butt chaudhry qureshi siddiqui hashmi bukhari ansari hosseini rezaei moradi karimi jafari rahimi sadeghi"
        " adeyemi okafor okonkwo nwosu balogun eze ogunleye adebayo adeleke afolabi okoro nwachukwu bello danjuma mensah boateng owusu asante osei appiah"
        " diallo diop ndiaye sow gueye faye sarr cisse traore coulibaly keita toure camara konate kone ouattara ouedraogo sawadogo mbaye diouf thiam"
        " uwimana mukamana habimana niyonzima nshimiyimana abebe bekele tadesse girma haile tesfaye alemu kebede mulugeta getachew tsegaye assefa worku dlamini khumalo zwane mokoena nkosi ndlovu moyo sibanda phiri banda tembo"
        " haddad khoury mansour saleh hamdan khalil najjar masri harbi qahtani ghamdi otaibi zahrani shehri mutairi dosari mansouri shamsi mazrouei nuaimi kaabi hashimi amrani alaoui bennani idrissi benali tazi chraibi fassi berrada trabelsi"
        " yilmaz kaya demir sahin celik yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ozkan simsek polat korkmaz aksoy"
    ),
}
"""Common names of languages that neither package has in Latin letters; written for this project."""

Lists = Iterator[tuple[str, dict[str, set[str]]]]


def main() -> None:
    """Read all lists and write five files, one name a line, and the licences under which they come."""
    lists = [*of_faker(), *of_mimesis()]
    words = {folded(word) for module in providers("lorem") for word in module.Provider.word_list}
    for kind in KINDS:
        told = {(source, part) for source, names in lists for name in names[kind] for part in parts(name)}
        common = {*MORE[kind].split(), *trusted(told, words)}
        write(kind, common)
        seldom = {name for name, _ in numbers(told) if len(name) > SHORT}
        write(f"seldom-{kind}", seldom - common - words)
        if kind == "given":
            sure = {name for name, number in numbers(told) if number >= LISTS_OF_A_SURE_ONE}
            write("sure", sure - words - WORDS)
    (TARGET / "LICENSES.txt").write_text("\n\n".join(licences()), "utf-8")


def licences() -> Iterator[str]:
    """The texts that both packages bring."""
    for package in ("faker", "mimesis"):
        for path in metadata.files(package) or ():
            if "licenses" in path.parts:
                yield f"{package} {metadata.version(package)}\n\n{path.read_text(encoding='utf-8').strip()}\n"


def trusted(told: set[tuple[str, str]], words: set[str]) -> Iterator[str]:
    """The names of one kind that are taken, of lists and names in them."""
    alone = {name for source, name in told if source in ALONE}
    for name, number in numbers(told):
        if (number >= LISTS or name in alone) and (number >= LISTS_OF_A_WORD or name not in words):
            yield name


def numbers(told: set[tuple[str, str]]) -> Iterable[tuple[str, int]]:
    """How many lists have each name."""
    return Counter(name for _, name in told).items()


def write(kind: str, names: set[str]) -> None:
    """One file, the same bytes for the same names."""
    (TARGET / f"{kind}.txt").write_text("".join(f"{name}\n" for name in sorted(names)), "ascii")


def parts(name: str) -> Iterator[str]:
    """The words of a name as they are looked up, without particles and forms of address."""
    if READABLE.fullmatch(name):
        for word in re.split("[ -]", name):
            if len(folded(word)) > 1 and word.casefold() not in HONORIFICS | PARTICLES:
                yield folded(word)


def of_faker() -> Lists:
    """The lists of each language, or of a locale that stands apart. Japanese is taken as it is spelt in Latin letters there."""
    for module in providers("person"):
        locale = module.__name__.rpartition(".")[2]
        source = locale if locale in APART | ALONE else f"faker {locale[:2]}"
        has = vars(module.Provider)
        yield (
            source,
            {
                kind: {
                    name
                    for label, value in has.items()
                    if begins.match(label)
                    for name in strings(value)
                    if name.isascii() or locale != "ja_JP"
                }
                for kind, begins in KINDS.items()
            },
        )


def providers(kind: str) -> Iterator[ModuleType]:
    """The modules of all locales."""
    package = import_module(f"faker.providers.{kind}")
    return (import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__))


def of_mimesis() -> Lists:
    """The lists of each language. Those in Japanese writing would be read as if they were Chinese."""
    for folder in sorted(files("mimesis").joinpath("datasets").iterdir(), key=lambda found: found.name):
        path = folder / "person.json"
        if path.is_file() and folder.name != "ja":
            has = json.loads(path.read_text(encoding="utf-8"))
            names = (set(strings(has.get(label, ()))) for label in ("names", "surnames"))
            yield f"mimesis {folder.name[:2]}", dict(zip(KINDS, names, strict=True))


def strings(value: Any) -> Iterator[str]:
    """All names of a list, of lists in it or under keys, or that are the keys of how common they are."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, under in value.items():
            yield from strings(key if isinstance(under, int | float) else under)
    elif isinstance(value, list | tuple | set):
        for each in value:
            yield from strings(each)


if __name__ == "__main__":
    main()
