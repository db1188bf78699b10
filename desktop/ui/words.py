"""The one way from an English sentence of a `texts` module to the language that is shown.

It owns which languages there are, and asks Qt's translators. It must not fill anything in: what
stands in braces is filled in by whoever shows the sentence. docs/translating.md says how.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from desktop.ui.shipped import shipped

CONTEXT: Final = "Holdfast"
SYSTEM: Final = "system"
PSEUDO: Final = "pseudo"
LANGUAGES: Final = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Those that ship, by the names that their speakers give them."""
WISHES: Final = (SYSTEM, *LANGUAGES, PSEUDO)
"""What the setting appearance.language may be."""

_OURS: Final = "language"
"""Object name of the translators that `install` put in."""
_LEFT_TO_RIGHT_ISOLATE: Final = "\N{LEFT-TO-RIGHT ISOLATE}"
_END_OF_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"


def tr(source: str, count: int = -1) -> str:
    """This sentence in the language of the app; `%n` becomes `count`, in its plural.

    A sentence with `%n` has two English forms, for one and for more: `%n file|%n files`.
    """
    said = QCoreApplication.translate(CONTEXT, source, None, count)
    if count < 0 or "|" not in said:
        return said
    # English has no catalogue: its own two forms came back.
    one, more = said.split("|")
    return one if count == 1 else more


def is_translated() -> bool:
    """Whether the app speaks another language than the source's."""
    app = QCoreApplication.instance()
    return app is not None and bool(_installed(app))


def spoken() -> str:
    """The code of the language that the app speaks, for texts that a study brings."""
    return QLocale().name().split("_")[0]


def is_right_to_left() -> bool:
    """Whether pages begin at the right."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def isolated(amount: str) -> str:
    """A number with its unit, or a name, that must not be torn apart from right to left."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{amount}{_END_OF_ISOLATE}" if is_right_to_left() else amount


def language_for(wish: str, system: QLocale | None = None) -> str:
    """The language for a wish of WISHES; English where we do not speak the system's."""
    if wish != SYSTEM:
        return wish
    spoken = (system or QLocale.system()).uiLanguages()
    found = (name.replace("_", "-").split("-")[0].lower() for name in spoken)
    return next((language for language in found if language in LANGUAGES), "en")


def language_name(code: str) -> str:
    """What the speakers of a language call it; the code itself where nobody knows."""
    if code in LANGUAGES:
        return LANGUAGES[code]
    name = QLocale(code).nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]}" or code


def install(app: QGuiApplication, wish: str = SYSTEM) -> str:
    """Have the app speak a language of WISHES from now on, and return which one it became.

    Widgets that are there already keep their words. Numbers follow the computer's own country
    where that speaks the same language.
    """
    language = language_for(wish)
    for old in _installed(app):
        app.removeTranslator(old)
        # It dies later, and is not to be found until then.
        old.setObjectName("")
        old.deleteLater()
    QLocale.setDefault(_locale_of(language))
    for translator in _translators_of(language, app):
        translator.setObjectName(_OURS)
        app.installTranslator(translator)
    direction = Qt.LayoutDirection
    mirrored = language == PSEUDO
    app.setLayoutDirection(direction.RightToLeft if mirrored else direction.LeftToRight)
    return language


def _installed(app: QCoreApplication) -> list[QTranslator]:
    return app.findChildren(QTranslator, _OURS)


def _locale_of(language: str) -> QLocale:
    spoken, system = QLocale("en" if language == PSEUDO else language), QLocale.system()
    return system if system.language() == spoken.language() else spoken


def _translators_of(language: str, app: QGuiApplication) -> list[QTranslator]:
    if language == PSEUDO:
        from desktop.ui.pseudo import PseudoTranslator

        return [PseudoTranslator(app)]
    if language == "en":
        return []
    # Qt's own words, of its dialogs, first: whoever was installed last is asked first.
    return [*_qts_own(language, app), _ours(language, app)]


def _qts_own(language: str, app: QGuiApplication) -> list[QTranslator]:
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [translator] if translator.load(f"qtbase_{language}", folder) else []


def _ours(language: str, app: QGuiApplication) -> QTranslator:
    translator = QTranslator(app)
    path = shipped("translations", f"{language}.qm")
    if not translator.load(str(path)):
        raise FileNotFoundError(f"{path} is no catalogue; make translations builds it")
    return translator
