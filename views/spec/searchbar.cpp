// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/searchbar.h"

#include "views/spec/yamleditor.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>

namespace views {

using namespace Qt::StringLiterals;

SearchBar::SearchBar(YamlEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_searchRow(new QWidget)
    , m_replaceRow(new QWidget)
    , m_words(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_case(toggle(tr("Aa"), u"searchCase"_s, tr("Upper and lower case differ")))
    , m_regex(toggle(tr(".*"), u"searchRegex"_s, tr("The words are a regular expression")))
    , m_note(new Label({}, TextRole::Caption))
{
    setObjectName(u"searchBar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::xs, space::s, space::xs);
    layout->setSpacing(space::xs);
    layout->addWidget(m_searchRow);
    layout->addWidget(m_replaceRow);
    buildSearch();
    buildReplace();
    connect(&m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible() && !m_goTo)
            tellCount();
    });
    hide();
}

QPushButton *SearchBar::toggle(const QString &text, const QString &name, const QString &tip)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QPushButton::toggled, this, &SearchBar::patternChanged);
    return button;
}

void SearchBar::buildSearch()
{
    auto *layout = new QHBoxLayout(m_searchRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_words->setObjectName(u"searchWords"_s);
    m_words->setMinimumWidth(120);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_case);
    layout->addWidget(m_regex);
    layout->addWidget(m_note);
    m_note->setMuted(true);
    m_note->setObjectName(u"searchNote"_s);
    const auto button = [&](const QString &iconName, const QString &tip, auto slot) {
        auto *one = new QPushButton(icon(iconName), {});
        setButtonRole(one, ButtonRole::Flat);
        one->setToolTip(tip);
        one->setAccessibleName(tip);
        connect(one, &QPushButton::clicked, this, slot);
        layout->addWidget(one);
    };
    button(u"up"_s, tr("Previous (Shift+F3)"), [this] { next(false); });
    button(u"chevron"_s, tr("Next (F3)"), [this] { next(true); });
    button(u"cross"_s, tr("Close (Escape)"), [this] { close(); });
    connect(m_words, &QLineEdit::textChanged, this, [this] { patternChanged(); });
}

void SearchBar::buildReplace()
{
    auto *layout = new QHBoxLayout(m_replaceRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_replacement->setObjectName(u"replaceWords"_s);
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_replacement->setAccessibleName(tr("Replace by"));
    auto *one = new QPushButton(tr("Replace"));
    auto *all = new QPushButton(tr("Replace all"));
    one->setObjectName(u"replaceOne"_s);
    all->setObjectName(u"replaceAll"_s);
    layout->addWidget(m_replacement, 1);
    layout->addWidget(one);
    layout->addWidget(all);
    connect(one, &QPushButton::clicked, this, &SearchBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &SearchBar::replaceAll);
}

void SearchBar::showMode(bool search, bool replacing)
{
    m_goTo = !search;
    m_case->setVisible(search);
    m_regex->setVisible(search);
    m_replaceRow->setVisible(replacing);
    m_words->setPlaceholderText(search ? tr("Find") : tr("Line 1 to %1").arg(m_editor.blockCount()));
    m_words->setAccessibleName(search ? tr("Find") : tr("Go to line"));
    m_note->setText({});
    show();
    m_words->setFocus();
}

void SearchBar::openSearch(bool replacing)
{
    const QString selected = m_editor.textCursor().selectedText();
    const bool again = m_goTo;
    showMode(true, replacing);
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    else if (again)
        m_words->clear();
    m_words->selectAll();
    patternChanged();
}

void SearchBar::openGoTo()
{
    showMode(false, false);
    m_editor.search().setPattern({}, 0);
    m_editor.showMatches();
    m_words->setText(QString::number(m_editor.textCursor().blockNumber() + 1));
    m_words->selectAll();
}

void SearchBar::close()
{
    hide();
    m_editor.search().setPattern({}, 0);
    m_editor.showMatches();
    m_editor.setFocus();
}

void SearchBar::patternChanged()
{
    if (m_goTo)
        return goToLine();
    const int options
        = (m_case->isChecked() ? TextSearch::CaseSensitive : 0) | (m_regex->isChecked() ? TextSearch::Regex : 0);
    const bool fine = m_editor.search().setPattern(m_words->text(), options);
    m_note->setTone(fine ? models::Tone::Neutral : models::Tone::Bad);
    m_editor.showMatches();
    if (!fine) {
        m_note->setText(tr("Not a regular expression: %1").arg(m_editor.search().why()));
        return;
    }
    // From where the selection begins: words that grow stay where they are.
    QTextCursor from = m_editor.textCursor();
    from.setPosition(from.selectionStart());
    if (const QTextCursor found = m_editor.search().find(from, true); !found.isNull())
        m_editor.select(found);
    tellCount();
}

void SearchBar::tellCount()
{
    if (m_editor.search().isEmpty()) {
        if (m_editor.search().why().isEmpty())
            m_note->setText({});
        return;
    }
    const TextSearch::Count count = m_editor.search().count();
    m_note->setTone(count.all == 0 ? models::Tone::Warning : models::Tone::Neutral);
    const QString all = count.more ? tr("more than %1").arg(count.all) : QString::number(count.all);
    m_note->setText(count.all == 0          ? tr("Not found")
                        : count.current > 0 ? tr("%1 of %2").arg(QString::number(count.current), all)
                                            : tr("%1 found").arg(all));
}

void SearchBar::next(bool forward)
{
    if (m_goTo || m_editor.search().isEmpty()) {
        if (!isVisible() || m_goTo)
            openSearch(false);
        return;
    }
    if (const QTextCursor found = m_editor.search().find(m_editor.textCursor(), forward); !found.isNull())
        m_editor.select(found);
    tellCount();
}

void SearchBar::replaceOne()
{
    m_editor.search().replace(m_replacement->text());
    next(true);
}

void SearchBar::replaceAll()
{
    const int done = m_editor.search().replaceAll(m_replacement->text());
    m_editor.showMatches();
    m_note->setTone(models::Tone::Neutral);
    m_note->setText(tr("%n replaced", nullptr, done));
}

void SearchBar::goToLine()
{
    bool isNumber = false;
    const int line = m_words->text().toInt(&isNumber);
    const bool fine = isNumber && line >= 1 && line <= m_editor.blockCount();
    m_note->setTone(models::Tone::Warning);
    m_note->setText(fine || m_words->text().isEmpty() ? QString() : tr("There is no such line"));
    if (!fine)
        return;
    m_editor.showPosition(m_editor.document()->findBlockByNumber(line - 1).position());
    m_editor.centerCursor();
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape || (enter && m_goTo))
        close();
    else if (enter && m_replacement->hasFocus())
        replaceOne();
    else if (enter)
        next(!(event->modifiers() & Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

} // namespace views
