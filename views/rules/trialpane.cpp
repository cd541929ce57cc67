// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rules/trialpane.h"

#include "views/rules/paddeddelegate.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QTextBlock>

namespace views {

using namespace Qt::StringLiterals;

namespace {

models::Tone toneOf(models::ShownSpan::What what)
{
    using What = models::ShownSpan::What;
    return what == What::Value ? models::Tone::Good : what == What::Step ? models::Tone::Warning : models::Tone::Busy;
}

Card *framed(QWidget *widget)
{
    auto *card = new Card;
    card->body()->setContentsMargins(1, space::xs, 1, space::xs);
    card->body()->addWidget(widget);
    return card;
}

} // namespace

TrialPane::TrialPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextRole::Strong, this))
    , m_count(new Label({}, TextRole::Caption, this))
    , m_text(new QPlainTextEdit(this))
    , m_points(this)
    , m_table(makeTable())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(makeLegend());
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(views::font(TextRole::Mono));
    m_text->setAccessibleName(tr("Lines of the log"));
    m_text->setToolTip(tr("Double-click a line to make it the example."));
    m_text->viewport()->installEventFilter(this);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(framed(m_text));
    split->addWidget(framed(m_table));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    column->addWidget(split, 1);
}

/// What the colours mean, in words of these colours.
QWidget *TrialPane::makeLegend()
{
    auto *legend = new QWidget(this);
    auto *row = new QHBoxLayout(legend);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    m_count->setMuted(true);
    m_count->setObjectName("count"_L1);
    row->addWidget(m_count);
    row->addStretch();
    using What = models::ShownSpan::What;
    for (const auto &[what, word] : {std::pair(What::Value, tr("value")), std::pair(What::Step, tr("step")),
                                     std::pair(What::Epoch, tr("epoch"))}) {
        auto *label = new Label(word, TextRole::Caption, legend);
        label->setTone(toneOf(what));
        row->addWidget(label);
    }
    return legend;
}

QTableView *TrialPane::makeTable()
{
    auto *view = new QTableView(this);
    view->setModel(&m_points);
    view->setAccessibleName(tr("Points"));
    view->setItemDelegate(new PaddedDelegate(view));
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(rowHeight);
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setFixedHeight(rowHeight + space::xs);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(view, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const QTextBlock block = m_text->document()->findBlockByNumber(int(m_points.point(index.row()).row));
        m_text->setTextCursor(QTextCursor(block));
        m_text->centerCursor();
    });
    return view;
}

void TrialPane::setTitle(const QString &title) { m_title->setText(title); }

bool TrialPane::isAtEnd() const
{
    return m_text->verticalScrollBar()->value() >= m_text->verticalScrollBar()->maximum();
}

void TrialPane::showPreview(const models::RulePreview &preview)
{
    const bool newLines = preview.lines != m_preview.lines;
    m_preview = preview;
    if (newLines) {
        QStringList lines = preview.lines;
        for (QString &line : lines)
            line.replace(u'\n', u' ');
        m_text->setPlainText(lines.join(u'\n'));
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    }
    m_points.setPoints(preview.points);
    m_table->scrollToBottom();
    m_count->setText(
        preview.lines.isEmpty()
            ? QString()
            : tr("%n point(s) in %1 line(s)", nullptr, int(preview.points.size())).arg(preview.lines.size()));
    highlight();
}

void TrialPane::highlight()
{
    const Tokens &colors = tokens(palette());
    QList<QTextEdit::ExtraSelection> selections;
    for (qsizetype row = 0; row < m_preview.spans.size(); ++row) {
        for (const models::ShownSpan &span : m_preview.spans[row]) {
            const bool whole = span.what == models::ShownSpan::What::Whole;
            QTextEdit::ExtraSelection selection;
            const QTextBlock block = m_text->document()->findBlockByNumber(int(row));
            selection.cursor = QTextCursor(block);
            selection.cursor.setPosition(block.position() + int(span.start));
            selection.cursor.setPosition(block.position() + int(span.start + span.length), QTextCursor::KeepAnchor);
            selection.format.setBackground(toneBackground(colors, whole ? models::Tone::Busy : toneOf(span.what)));
            if (!whole) {
                selection.format.setForeground(toneColor(colors, toneOf(span.what)));
                selection.format.setFontWeight(QFont::DemiBold);
            }
            selections.append(selection);
        }
    }
    m_text->setExtraSelections(selections);
}

bool TrialPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::MouseButtonDblClick) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        emit lineChosen(m_text->cursorForPosition(at).blockNumber());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TrialPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlight();
}

} // namespace views
