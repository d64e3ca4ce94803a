"""Repairs change values of attributes and nothing else."""

import pytest
from hypothesis import given, settings, strategies
from lxml import etree

from octavo.validate import validate
from octavo.validate.fixes import fixed

PIXEL = bytes.fromhex("89504e470d0a1a0a") + b"IEND"
REPAIRS = [
    ('<foreign xml:lang="fre">e  ö\n</foreign>', '"fre"', '"fr"'),
    ("<foreign  n='1' xml:lang = 'ger-CH'>e</foreign>", "'ger-CH'", "'de-CH'"),
    ('<foreign xml:lang="English">e</foreign>', '"English"', '"en"'),
    ('<foreign xml:lang="de_ch">e</foreign>', '"de_ch"', '"de-CH"'),
    ('<foreign xml:lang="SR-latn">e</foreign>', '"SR-latn"', '"sr-Latn"'),
    ('<hi corresp="#p p">e</hi>', '"#p p"', '"#p #p"'),
    ('<date when="1912-3-5">e</date>', '"1912-3-5"', '"1912-03-05"'),
    ('<date when="1912/03/05">e</date>', '"1912/03/05"', '"1912-03-05"'),
    ('<date when="1912–3">e</date>', '"1912–3"', '"1912-03"'),
    ('<date when="１９１２-03">e</date>', '"１９１２-03"', '"1912-03"'),
    ('<date when="19120305">e</date>', '"19120305"', '"1912-03-05"'),
    (
        '<date notBefore="1912-3-5" notAfter="1912">e</date>',
        '"1912-3-5"',
        '"1912-03-05"',
    ),
    ('e</p><div type="Section"><p>e</p></div><p>', '"Section"', '"section"'),
    ('<seg xml:id="#s">e</seg>', '"#s"', '"s"'),
    ('<graphic url="Images\\MAP.png"/>', '"Images\\MAP.png"', '"images/map.png"'),
]


@pytest.fixture
def page(write, tmp_path):
    """Write a document with an image beside it."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "map.png").write_bytes(PIXEL)

    def run(inside):
        return write("a.xml", f'<p xml:id="p">ö{inside}</p>')

    return run


def codes(path):
    return [f.code for f in validate([path])]


@pytest.mark.parametrize(("inside", "before", "after"), REPAIRS)
def test_what_leaves_no_doubt_is_repaired(page, inside, before, after):
    path = page(inside)
    text = path.read_text(encoding="utf-8")
    found = list(validate([path]))
    data, number = fixed(found)[path]
    assert data.decode() == text.replace(before, after)
    assert number == 1
    path.write_bytes(data)
    assert len(codes(path)) == len(found) - 1


@settings(deadline=None, max_examples=25)
@given(strategies.lists(strategies.sampled_from(REPAIRS), max_size=5))
def test_only_values_of_attributes_change(tmp_path_factory, chosen):
    from tests.unit.validate.conftest import DOCUMENT

    path = tmp_path_factory.mktemp("fixes") / "a.xml"
    body = "".join(
        f"<p xml:id='p'>a <hi> b</hi>{inside}\r\n c</p>" for inside, *_ in chosen
    )
    path.write_text(DOCUMENT.format(header="", body=body), encoding="utf-8", newline="")
    before = path.read_bytes()
    after, _ = fixed(validate([path])).get(path, (before, 0))
    pairs = zip(nodes(before), nodes(after), strict=True)
    assert all(one == other for one, other in pairs)


def nodes(data):
    parser = etree.XMLParser(collect_ids=False)
    tree = etree.fromstring(data, parser)
    return [(e.tag, sorted(e.attrib), e.text, e.tail) for e in tree.iter()]


@pytest.mark.parametrize(
    "inside",
    [
        '<hi corresp="#x">e</hi>',
        '<persName ref="#a"/>',
        '<hi corresp="x.xml">e</hi>',
        '<date when="5.3.1912">e</date>',
        '<date when="1912-13-5">e</date>',
        '<date when="912">e</date>',
        'e</p><div type="sektion"><p>e</p></div><p>',
        '<seg xml:id="#p">e</seg>',
        '<seg xml:id="a b">e</seg>',
        '<graphic url="images/mapp.png"/>',
        '<graphic url="../../MAP.png"/>',
        '<foreign xml:lang="&#102;re">e</foreign>',
    ],
)
def test_what_leaves_a_doubt_is_left_alone(page, inside):
    path = page(inside)
    assert codes(path)
    assert fixed(validate([path])) == {}


@pytest.mark.parametrize(
    ("start", "repaired"),
    [
        ("<TEI xmlns='https://www.tei-c.org/ns/1.0/' n='1'>", "<TEI xmlns={} n='1'>"),
        ("<TEI n='1'>", "<TEI xmlns={} n='1'>"),
        (
            "<?xml-model href='any.rnc' schematypens='http://www.relaxng.org/ns/"
            "structure/1.0/'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>",
            "<?xml-model href='any.rnc' schematypens='http://relaxng.org/ns/"
            "structure/1.0'?><TEI xmlns={}>",
        ),
    ],
)
def test_a_name_that_is_nearly_right_is_corrected(write, tmp_path, start, repaired):
    (tmp_path / "any.rnc").write_text(
        "start = any\nany = element * { (attribute * { text } | any | text)* }"
    )
    path = write("a.xml")
    text = path.read_text().partition("\n")[2]
    path.write_text(f"\ufeff<?xml version='1.0'?>\n{start}\n{text}", encoding="utf-8")
    data, _ = fixed(validate([path]))[path]
    tei = "http://www.tei-c.org/ns/1.0"
    wanted = (repaired.format(f"{q}{tei}{q}") for q in "'\"")
    assert data.decode().split("\n")[1] in tuple(wanted)
    path.write_bytes(data)
    assert not {"SCM002", "SCM003"} & set(codes(path))


def test_files_in_other_encodings_are_left_alone(write):
    path = write("a.xml", '<p>ö <foreign xml:lang="fre">e</foreign></p>')
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'
    path.write_text(head + path.read_text(encoding="utf-8"), encoding="latin-1")
    assert codes(path) == ["LNG002"]
    assert fixed(validate([path])) == {}
