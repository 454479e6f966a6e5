"""Where a link leads, and the words that carry it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from drafter.domain.addresses import safe_address

_HINT = "Only web and e-mail addresses can be links."


class LinkDialog(QDialog):
    """Asks for an address; a bare one such as "example.org" gets its https by itself."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        address: str = "",
        words: str = "",
        words_can_change: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("LinkDialog")
        self.setWindowTitle("Edit link" if address else "Insert link")
        self.setMinimumWidth(420)
        self._removed = False
        self.address_line = _line(address, "https://example.org/report", "Address")
        self.words_line = _line(words, "What readers see", "Words")
        self._hint = QLabel(_HINT)
        self._hint.setProperty("kind", "soft")
        form = QFormLayout()
        form.addRow("&Address", self.address_line)
        if words_can_change:
            form.addRow("&Words", self.words_line)
        else:
            self.words_line.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        if address:
            remove = self.buttons.addButton("&Remove link", QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addWidget(self.buttons)
        self.address_line.textChanged.connect(self._judge)
        self._judge()
        self.address_line.selectAll()

    @property
    def address(self) -> str:
        """The address as it goes into the text; nothing where the link is to go."""
        return "" if self._removed else mended_address(self.address_line.text())

    @property
    def words(self) -> str:
        return " ".join(self.words_line.text().split())

    def _judge(self) -> None:
        good = bool(mended_address(self.address_line.text()))
        self._ok.setEnabled(good)
        self._hint.setVisible(not good and bool(self.address_line.text().strip()))

    def _remove(self) -> None:
        self._removed = True
        self.accept()


def mended_address(typed: str) -> str:
    """The address where it may be a link, with the scheme that people leave out."""
    bare = typed.strip()
    if not bare or any(each.isspace() for each in bare):
        return ""
    if found := safe_address(bare):
        return found
    if ":" in bare.split("/")[0]:
        return ""
    if "@" in bare:
        return safe_address(f"mailto:{bare}")
    return safe_address(f"https://{bare}") if "." in bare else ""


def _line(text: str, hint: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    return line
