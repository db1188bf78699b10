"""Brings the catalogues of every language up to date with the sentences in the source.

    scripts/translations.py            collect, then write resources/translations/*.ts and *.qm
    scripts/translations.py --check    change nothing; say what is missing, and fail if anything is

A sentence is every string of a constant in the desktop's modules `texts.py` and `*_texts.py`, and
everything that the uploader and the recorder say in whole sentences. The latter are English when
they arrive, with their facts filled in: their patterns go into sentences.json too, by which
desktop/ui/retelling.py knows them again. See docs/translating.md.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Holdfast"
LANGUAGES = ("de", "es")

OWN = ("desktop/ui/**/texts.py", "desktop/ui/**/*_texts.py", "desktop/ui/texts_*.py")
TOLD = (
    "desktop/*.py",
    "desktop/drill/*.py",
    "desktop/kiosk/*.py",
    "desktop/playback/*.py",
    "desktop/recording/*.py",
    "holdfast/command.py",
    "holdfast/overflow*.py",
    "holdfast/settings_table.py",
    "uploader/*.py",
)
"""Who writes sentences that the window shows; commands and what only they say are left out."""
COMMANDS_ONLY = (
    "desktop/cli*.py",
    "desktop/control*.py",
    "desktop/demo.py",
    "desktop/device_text.py",
    "desktop/doctor.py",
    "desktop/drill/command.py",
    "desktop/drill/report.py",
    "desktop/drill/sandbox.py",
    "desktop/encoders.py",
    "desktop/footage*.py",
    "desktop/kiosk_devices.py",
    "desktop/passport*.py",
    "desktop/record.py",
    "desktop/record_report.py",
    "desktop/record_study.py",
    "desktop/recording/encoder_trial.py",
    "desktop/recording/hardware.py",
    "desktop/recording/quality_picture.py",
    "desktop/recording/states.py",
    "desktop/recording/sync*.py",
    "desktop/settings.py",
    "desktop/study_preview.py",
    "desktop/sync_text.py",
    "desktop/windowless.py",
    "*/*_cli.py",
    "*/*_command.py",
    "uploader/cli.py",
    "uploader/clock_offset.py",
    "uploader/consenting.py",
    "uploader/footage.py",
    "uploader/giving_up.py",
    "uploader/new_key.py",
    "uploader/numbers_texts.py",
    "uploader/opened.py",
    "uploader/transitions.py",
)
IS_SENTENCE = re.compile(r"(?s)[A-Z“{](?=.*[a-z]{2,} [a-z(“{])(?=.*[a-z]{3}).*[.!?}]$")
FACT = re.compile(r"\{(\w+)\}")
SENTENCE_BEFORE = re.compile(r"^\{\w+\} (?=[A-Z])")
SENTENCE_AFTER = re.compile(r"(?<=[.!?]) ?\{\w+\}$")


def collect() -> tuple[dict[str, str], list[str]]:
    """Every sentence with where it is from, and those that arrive with their facts filled in."""
    own: dict[str, str] = {}
    for path in _found(OWN):
        for name, text in _constants(_parsed(path)):
            own.setdefault(text, f"{_relative(path)}, {name}")
    told: dict[str, str] = {}
    trees = {path: _parsed(path) for path in _found(TOLD)}
    named = {name: text for tree in trees.values() for name, text in _named(tree)}
    for path, tree in trees.items():
        if any(path.match(pattern) for pattern in COMMANDS_ONLY):
            continue
        for text in _sentences(tree, named):
            told.setdefault(text, _relative(path))
    return {**told, **own}, sorted(told)


def _found(patterns: tuple[str, ...]) -> list[Path]:
    return sorted({path for pattern in patterns for path in ROOT.glob(pattern)})


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What a texts module's constants hold, dictionaries and tuples included."""
    for node in tree.body:
        if not isinstance(node, ast.AnnAssign | ast.Assign) or node.value is None:
            continue
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(target, ast.Name) and target.id.strip("_").isupper():
            for text in _strings(node.value):
                # A date has no word of its own, and yet each language writes it otherwise.
                if "{day}" in text or re.search(r"[^\W\d_]", FACT.sub("", text)):
                    yield target.id, text


def _named(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """A module's plain texts, which its f-strings may name."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                yield target.id, node.value.value


def _strings(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Dict):
        for each in value.values:
            yield from _strings(each)
    elif isinstance(value, ast.Tuple | ast.List):
        for each in value.elts:
            yield from _strings(each)
    elif isinstance(value, ast.Call):
        for each in (*value.args, *(keyword.value for keyword in value.keywords)):
            yield from _strings(each)


def _sentences(tree: ast.Module, named: dict[str, str]) -> Iterator[str]:
    """Whole sentences, docstrings left out; a fact of an f-string is named after its source."""
    told = _Told(named)
    told.visit(tree)
    yield from told.found


class _Told(ast.NodeVisitor):
    """Collects what is said; docstrings and what stands in logs are nothing to show."""

    def __init__(self, named: dict[str, str]) -> None:
        self.found: list[str] = []
        self._named = named

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [each.id for each in node.targets if isinstance(each, ast.Name)]
        if names == ["title"] and isinstance(node.value, ast.Constant):
            self.found.append(str(node.value.value))
            return
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = ast.unparse(node.func)
        if called.startswith(("_log.", "click.", "Setting", "re.")):
            return
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._say(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._say(_pattern(node, self._named))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def _say(self, words: str) -> None:
        # A sentence that stands as a whole before or after is known again by itself.
        text = SENTENCE_AFTER.sub("", SENTENCE_BEFORE.sub("", words))
        known = FACT.sub("", text)
        is_for_people = not re.search(r"[{}\n]", known) and not text.startswith("SELECT ")
        if is_for_people and IS_SENTENCE.match(text) and len(re.findall("[a-z]", known)) >= 8:
            self.found.append(text)


def _pattern(node: ast.JoinedStr, named: dict[str, str]) -> str:
    said, taken = "", set[str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            said += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            if isinstance(part.value, ast.Name) and part.value.id in named:
                said += named[part.value.id]
                continue
            words = re.findall(r"[A-Za-z_]\w*", ast.unparse(part.value))
            name = (words[-1] if words else "fact").strip("_")
            number = next(i for i in range(1, 99) if f"{name}{i if i > 1 else ''}" not in taken)
            name += str(number) if number > 1 else ""
            taken.add(name)
            said += f"{{{name}}}"
    return said


def write(sentences: dict[str, str], told: list[str], folder: Path) -> None:
    """Everything that is generated, into a folder that may hold what translators wrote."""
    lines = json.dumps(told, ensure_ascii=False, indent=0)
    (folder / "sentences.json").write_text(f"{lines}\n", "utf-8")
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "sentences.py")
        source.write_text("".join(_noted(text, where) for text, where in sentences.items()))
        for language in LANGUAGES:
            catalogue = folder / f"{language}.ts"
            words = ["-no-obsolete", "-no-ui-lines", "-locations", "none", "-source-language", "en"]
            words += ["-target-language", language, str(source), "-ts", str(catalogue)]
            _tool("lupdate", *words)
            _tool("lrelease", "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm")))


def _noted(text: str, where: str) -> str:
    # lupdate reads Python as text: a number in the fourth place makes a plural.
    count = ', "", 2' if is_plural(text) else ""
    quoted = json.dumps(text, ensure_ascii=False)
    return f'#: {where}\nQCoreApplication.translate("{CONTEXT}", {quoted}{count})\n'


def is_plural(text: str) -> bool:
    """Whether a number decides between its forms."""
    return "%n" in text or "%Ln" in text


def _tool(name: str, *words: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    done = subprocess.run([str(program), *words], check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{program.name}: {done.stdout}{done.stderr}")


def unfinished(catalogue: Path) -> list[str]:
    """The sentences of a catalogue that nobody has translated."""
    return [
        message.findtext("source", "")
        for message in ET.parse(catalogue).iter("message")
        if not _is_finished(message)
    ]


def _is_finished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def out_of_date(sentences: dict[str, str], told: list[str]) -> list[str]:
    """What does not stand in the generated files as it stands in the source."""
    found = []
    if json.loads((FOLDER / "sentences.json").read_text("utf-8")) != told:
        found.append("sentences.json is not what the source says")
    for language in LANGUAGES:
        catalogue = FOLDER / f"{language}.ts"
        there = {each.findtext("source", "") for each in ET.parse(catalogue).iter("message")}
        found += [f"{language}: not in the catalogue: {each}" for each in sentences.keys() - there]
        found += [f"{language}: nobody says any more: {each}" for each in there - sentences.keys()]
        found += [f"{language}: not translated: {each}" for each in unfinished(catalogue)]
    return found


def main() -> None:
    """Do what the words say."""
    sentences, told = collect()
    if "--check" not in sys.argv[1:]:
        write(sentences, told, FOLDER)
    found = out_of_date(sentences, told)
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.stdout.write(f"{len(sentences)} sentences, {len(found)} things to do\n")
    if "--check" in sys.argv[1:] and found:
        sys.exit(1)


if __name__ == "__main__":
    main()
