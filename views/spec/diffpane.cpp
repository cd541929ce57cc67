// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/diffpane.h"

#include "views/theme/theme.h"
#include "views/theme/yamlcolors.h"

#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;
using models::DiffRow;

/// Line numbers and the sign of each row.
class DiffPane::Gutter : public QWidget
{
public:
    explicit Gutter(DiffPane &pane)
        : QWidget(&pane)
        , m_pane(pane)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_pane.paintGutter(painter, event->rect());
    }

private:
    DiffPane &m_pane;
};

DiffPane::DiffPane(Side side, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_side(side)
    , m_colors(new YamlColors(document()))
    , m_gutter(new Gutter(*this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont mono = views::font(TextRole::Mono);
    mono.setFeature("calt", 0); // ligatures hide what is written
    setFont(mono);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this] { m_gutter->update(); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { viewport()->update(); });
    applyTheme();
}

void DiffPane::showEvent(QShowEvent *event)
{
    m_colors->begin();
    QPlainTextEdit::showEvent(event);
}

void DiffPane::setDiff(const models::TextDiff &diff)
{
    m_diff = diff;
    const QStringList &lines = m_side == Side::Left ? diff.left : diff.right;
    QStringList rows;
    rows.reserve(diff.rows.size());
    for (int row = 0; row < diff.rows.size(); ++row) {
        const int line = lineOf(row);
        rows.append(line < 0 ? QString() : lines[line]);
    }
    setPlainText(rows.join(u'\n'));
    placeGutter();
}

int DiffPane::lineOf(int row) const
{
    if (row < 0 || row >= m_diff.rows.size())
        return -1;
    return m_side == Side::Left ? m_diff.rows[row].left : m_diff.rows[row].right;
}

void DiffPane::goToRow(int row)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(row, 0, blockCount() - 1));
    setTextCursor(QTextCursor(block));
    centerCursor();
    viewport()->update();
}

void DiffPane::applyTheme() { m_colors->setTokens(tokens(palette())); }

void DiffPane::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    else if (event->type() == QEvent::FontChange && m_gutter)
        placeGutter();
}

// Painting

QColor DiffPane::rowColor(const DiffRow &row) const
{
    const Tokens &colors = tokens(palette());
    switch (row.kind) {
    case DiffRow::Kind::Same:
        return {};
    case DiffRow::Kind::Changed:
        return toneBackground(colors, models::Tone::Busy);
    case DiffRow::Kind::Removed:
        return m_side == Side::Left ? toneBackground(colors, models::Tone::Bad) : colors.window;
    case DiffRow::Kind::Added:
        break;
    }
    return m_side == Side::Right ? toneBackground(colors, models::Tone::Good) : colors.window;
}

void DiffPane::paintRow(QPainter &painter, const QTextBlock &block, const QRectF &area) const
{
    if (block.blockNumber() >= m_diff.rows.size())
        return;
    const DiffRow &row = m_diff.rows[block.blockNumber()];
    const Tokens &colors = tokens(palette());
    const QRectF line(0, area.top(), viewport()->width(), area.height());
    if (const QColor background = rowColor(row); background.isValid())
        painter.fillRect(line, background);
    if (row.kind == DiffRow::Kind::Changed) {
        const models::DiffParts parts = models::diffLines(m_diff.left[row.left], m_diff.right[row.right]);
        const qsizetype length = m_side == Side::Left ? parts.leftLength : parts.rightLength;
        const QFontMetricsF metrics(font());
        const QString text = block.text();
        const qreal start
            = area.left() + document()->documentMargin() + metrics.horizontalAdvance(text.first(parts.start));
        const qreal width = metrics.horizontalAdvance(text.sliced(parts.start, length));
        // Twice the tone: what differs stands out of the line that differs.
        painter.fillRect(QRectF(start, area.top(), std::max(width, 2.0), area.height()),
                         toneBackground(colors, models::Tone::Busy));
        QColor mark = colors.accent;
        mark.setAlphaF(0.22F);
        painter.fillRect(QRectF(start, area.top(), std::max(width, 2.0), area.height()), mark);
    }
    if (block.blockNumber() == currentRow()) {
        painter.setPen(colors.accent);
        painter.drawLine(line.topLeft(), line.topRight());
        painter.drawLine(line.bottomLeft() - QPointF(0, 1), line.bottomRight() - QPointF(0, 1));
    }
}

void DiffPane::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport()); // under the text, which the base class paints without a ground
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
            if (area.top() > event->rect().bottom())
                break;
            paintRow(painter, block, area);
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void DiffPane::paintGutter(QPainter &painter, const QRect &clip) const
{
    const Tokens &colors = tokens(palette());
    painter.setFont(font());
    painter.fillRect(clip, colors.surface);
    const auto sign = [this](const DiffRow &row) {
        switch (row.kind) {
        case DiffRow::Kind::Changed:
            return u"~"_s;
        case DiffRow::Kind::Removed:
            return m_side == Side::Left ? u"−"_s : QString();
        case DiffRow::Kind::Added:
            return m_side == Side::Right ? u"+"_s : QString();
        case DiffRow::Kind::Same:
            break;
        }
        return QString();
    };
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > clip.bottom() || block.blockNumber() >= m_diff.rows.size())
            break;
        const DiffRow &row = m_diff.rows[block.blockNumber()];
        const QRectF line(space::xs, area.top(), m_gutter->width() - 2.0 * space::xs, area.height());
        if (const QColor background = rowColor(row); background.isValid())
            painter.fillRect(QRectF(0, area.top(), m_gutter->width(), area.height()), background);
        painter.setPen(row.kind == DiffRow::Kind::Same ? colors.faint : colors.text);
        if (const int number = lineOf(block.blockNumber()); number >= 0)
            painter.drawText(line.adjusted(0, 0, -space::l, 0), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(number + 1));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, sign(row));
    }
}

int DiffPane::gutterWidth() const
{
    const qsizetype lines = m_side == Side::Left ? m_diff.left.size() : m_diff.right.size();
    const auto digits = std::max<qsizetype>(2, QString::number(lines).size());
    return fontMetrics().horizontalAdvance(u'9') * int(digits) + space::l + 2 * space::xs;
}

void DiffPane::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void DiffPane::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

QMimeData *DiffPane::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QStringList lines = cursor.selectedText().split(QChar::ParagraphSeparator);
    const int first = document()->findBlock(cursor.selectionStart()).blockNumber();
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (lineOf(first + int(i)) < 0)
            lines.removeAt(i);
    }
    auto *data = new QMimeData; // the caller owns it
    data->setText(lines.join(u'\n'));
    return data;
}

} // namespace views
