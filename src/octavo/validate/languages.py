"""Tags of languages: whether they can be right, and the shortest form."""

import re
from collections.abc import Iterator
from typing import Final

from octavo.diagnostics import Severity
from octavo.validate.outline import Item, Outline
from octavo.validate.places import Problem

_TAG: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""What grammars let pass; anything else is their finding."""
_WELL_FORMED: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+|i-[a-z0-9]{2,8}",
    re.IGNORECASE,
)
_PAIRS: Final = """
alb=sq ara=ar arm=hy baq=eu bel=be ben=bn bos=bs bre=br bul=bg bur=my cat=ca ces=cs
chi=zh chu=cu cor=kw cym=cy cze=cs dan=da deu=de dut=nl ell=el eng=en epo=eo est=et
eus=eu fao=fo fas=fa fin=fi fra=fr fre=fr fry=fy geo=ka ger=de gla=gd gle=ga glg=gl
gre=el heb=he hin=hi hrv=hr hun=hu hye=hy ice=is ind=id isl=is ita=it jpn=ja kan=kn
kat=ka kaz=kk khm=km kor=ko lao=lo lat=la lav=lv lit=lt ltz=lb mac=mk mal=ml mao=mi
mar=mr may=ms mkd=mk mlt=mt mon=mn mri=mi msa=ms mya=my nep=ne nld=nl nob=nb nor=no
oci=oc pan=pa per=fa pol=pl por=pt pus=ps roh=rm ron=ro rum=ro rus=ru san=sa sin=si
slk=sk slo=sk slv=sl snd=sd som=so spa=es sqi=sq srp=sr swa=sw swe=sv tam=ta tat=tt
tel=te tgk=tg tha=th tib=bo tuk=tk tur=tr uig=ug ukr=uk urd=ur uzb=uz vie=vi wel=cy
wln=wa yid=yi zho=zh zul=zu
"""
_SHORT: Final = dict(pair.split("=") for pair in _PAIRS.split())
_NAMES: Final = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "deutsch": "de",
    "italian": "it",
    "latin": "la",
    "greek": "grc",
    "russian": "ru",
    "spanish": "es",
    "hebrew": "he",
    "dutch": "nl",
}


def check(outline: Outline) -> Iterator[Problem]:
    """Give the tags of a document that BCP 47 does not allow, or has shorter."""
    for item in outline.languages:
        tag = item.value.strip()
        if tag and _TAG.fullmatch(tag):
            yield from _problem(item, tag)


def usual(tag: str) -> str:
    """Write a tag as BCP 47 recommends, de-CH, sr-Latn; private parts as they are."""
    parts = tag.replace("_", "-").split("-")
    made = [parts[0].lower()]
    for part in parts[1:]:
        if any(len(before) == 1 for before in (*made, part)):
            made.append(part)
        elif len(part) == 2:
            made.append(part.upper())
        else:
            made.append(part.title() if len(part) == 4 else part.lower())
    return "-".join(made)


def is_well_formed(tag: str) -> bool:
    """Tell whether a tag has a form that BCP 47 allows."""
    return _WELL_FORMED.fullmatch(tag) is not None


def _problem(item: Item, tag: str) -> Iterator[Problem]:
    primary, _, rest = tag.partition("-")
    primary = primary.lower()
    if not is_well_formed(tag) or len(primary) > 3 or primary in _NAMES:
        better = _NAMES.get(primary, "")
        hint = f"write '{better}'" if better else "for example en, de-CH, grc, la"
        message = f"'{tag}' is not the tag of a language"
        yield Problem("LNG001", item, message, hint, check="languages")
    elif primary in _SHORT:
        short = usual("-".join(part for part in (_SHORT[primary], rest) if part))
        message = f"the tag '{tag}' has a shorter form, which programs look for"
        hint = f"write '{short}'"
        yield Problem("LNG002", item, message, hint, Severity.WARNING, "languages")
    elif tag != usual(tag):
        message = f"the tag '{tag}' is written otherwise as a rule"
        hint = f"write '{usual(tag)}'"
        yield Problem("LNG003", item, message, hint, Severity.INFO, "languages")
