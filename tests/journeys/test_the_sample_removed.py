"""The sample brought in and removed again, through the File menu."""


def test_the_sample_is_removed_through_the_menu_and_comes_back_with_undo(qtbot, window, workplace, library):
    remove = workplace.actions["sample.remove"]
    assert not remove.isVisible()
    workplace.actions["sample.open"].trigger()
    assert remove.isVisible()
    assert remove.isEnabled()
    many = len(library.entries())

    remove.trigger()

    qtbot.waitUntil(lambda: window.current == "home")
    assert (library.entries(), library.response_heads()) == ((), ())
    assert not remove.isVisible()
    workplace.actions["edit.undo"].trigger()
    assert (len(library.entries()), len(library.response_heads())) == (many, 1)
    assert remove.isVisible()
