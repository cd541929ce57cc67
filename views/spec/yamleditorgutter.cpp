// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/editorgutter.h"
#include "views/spec/editorparts.h"
#include "views/spec/yamleditor.h"
#include "views/theme/theme.h"

#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

namespace views {

using models::DiagnosticSeverity;
using models::SpecDiagnostic;

namespace {

constexpr int markSize = 8;
constexpr int foldWidth = 14;

} // namespace

int YamlEditor::gutterWidth() const
{
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + markSize + foldWidth + 2 * space::s;
}

void YamlEditor::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void YamlEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

DiagnosticSeverity YamlEditor::worstOf(int line, bool &found) const
{
    auto worst = DiagnosticSeverity::Hint;
    found = false;
    for (const SpecDiagnostic &diagnostic : m_diagnostics) {
        if (diagnostic.line == line) {
            found = true;
            worst = std::min(worst, diagnostic.severity);
        }
    }
    return worst;
}

void YamlEditor::paintMark(QPainter &painter, const QTextBlock &block, const QRectF &line) const
{
    bool found = false;
    const DiagnosticSeverity worst = worstOf(block.blockNumber() + 1, found);
    if (!found)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(severityColor(tokens(palette()), worst));
    const QRectF mark(space::s / 2.0, line.center().y() - markSize / 2.0, markSize, markSize);
    if (worst == DiagnosticSeverity::Error)
        painter.drawEllipse(mark);
    else
        painter.drawPolygon(QPolygonF({{mark.center().x(), mark.top()}, mark.bottomRight(), mark.bottomLeft()}));
}

void YamlEditor::paintFold(QPainter &painter, const QTextBlock &block, const QRectF &line) const
{
    if (!m_folding.canFold(block))
        return;
    const bool folded = m_folding.isFolded(block);
    const QPointF center(m_gutter->width() - foldWidth / 2.0 - 2, line.center().y());
    const QPolygonF arrow = folded
        ? QPolygonF({center + QPointF(-2, -4), center + QPointF(2, 0), center + QPointF(-2, 4)})
        : QPolygonF({center + QPointF(-4, -2), center + QPointF(0, 2), center + QPointF(4, -2)});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(folded ? tokens(palette()).accent : tokens(palette()).faint, 1.5));
    painter.drawPolyline(arrow);
}

void YamlEditor::paintGutter(QPaintEvent *event)
{
    const Tokens &colors = tokens(palette());
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.fillRect(event->rect(), colors.surface);
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        const QRectF line(0, area.top(), m_gutter->width() - foldWidth - 4, fontMetrics().height());
        painter.setPen(block.blockNumber() == current ? colors.text : colors.faint);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        paintMark(painter, block, line);
        paintFold(painter, block, line);
    }
}

/// Behind a folded line: how much is hidden.
void YamlEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(views::font(TextRole::Caption));
    painter.setPen(tokens(palette()).accent);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        if (!m_folding.isFolded(block))
            continue;
        const qreal width = fontMetrics().horizontalAdvance(block.text()) + document()->documentMargin();
        const QRectF place(area.left() + width + space::s, area.top(), 200, area.height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         tr("… %n lines", nullptr, m_folding.hiddenLines(block)));
    }
}

void YamlEditor::clickGutter(const QPoint &place)
{
    const QTextBlock block = cursorForPosition(QPoint(0, place.y())).block();
    if (place.x() < markSize + space::s)
        offerFixes(block.blockNumber() + 1, m_gutter->mapToGlobal(place));
    else
        m_folding.toggle(block);
}

QString YamlEditor::marksAt(int y) const
{
    QStringList lines;
    const int line = cursorForPosition(QPoint(0, y)).blockNumber() + 1;
    for (const SpecDiagnostic &diagnostic : m_diagnostics) {
        if (diagnostic.line == line)
            lines.append(diagnostic.remedy.isEmpty() ? diagnostic.text : diagnostic.text + u'\n' + diagnostic.remedy);
    }
    return lines.join(u'\n');
}

} // namespace views
