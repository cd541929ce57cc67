// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/templatepicture.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace views {

using models::TemplateShape;

namespace {

constexpr qreal box = 18, gap = 6, columnGap = 44;
constexpr int shownBoxes = 6; ///< of one role; more end in a "+"
constexpr int pictureHeight = 64;

/// Draws one shape in the middle of a rectangle.
class Drawing
{
public:
    Drawing(QPainter &painter, const QRectF &area, const Tokens &tokens, const TemplateShape &shape)
        : m_painter(painter)
        , m_area(area)
        , m_tokens(tokens)
        , m_shape(shape)
    {
    }

    void draw()
    {
        switch (m_shape.picture) {
        case TemplateShape::Picture::Pods:
            return drawPods();
        case TemplateShape::Picture::Service:
            return drawService();
        case TemplateShape::Picture::Notebook:
            return drawNotebook();
        case TemplateShape::Picture::Search:
            return drawSearch();
        case TemplateShape::Picture::Document:
            return drawDocument(m_area.center());
        case TemplateShape::Picture::Storage:
            return drawStorage(m_area.center());
        case TemplateShape::Picture::Key:
            return drawKey();
        case TemplateShape::Picture::Plain:
            return drawDocument(m_area.center());
        }
    }

private:
    QColor color(int index) const { return seriesColor(m_tokens, index); }

    void setLine(const QColor &color, Qt::PenStyle style = Qt::SolidLine, qreal width = 1.5)
    {
        m_painter.setPen(QPen(color, width, style, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }

    void drawBox(const QRectF &rect, const QColor &color, bool leader, bool possible = false)
    {
        const bool dashed = possible || m_shape.pattern;
        setLine(possible ? m_tokens.faint : color, dashed ? Qt::DashLine : Qt::SolidLine);
        m_painter.setBrush(possible ? Qt::NoBrush
                                    : QBrush(blend(color, m_tokens.surface, leader && !m_shape.pattern ? 0.85 : 0.18)));
        m_painter.drawRoundedRect(rect, 4, 4);
        if (m_shape.gpu && !possible) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(leader && !m_shape.pattern ? m_tokens.surface : color);
            m_painter.drawRect(QRectF(rect.center() - QPointF(3, 3), QSizeF(6, 6)));
        }
    }

    /// Who is more than one of many.
    static QStringList leaders()
    {
        return {QStringLiteral("Master"), QStringLiteral("Chief"), QStringLiteral("Launcher"),
                QStringLiteral("launcher")};
    }

    /// The boxes of one role, in rows of three.
    QList<QRectF> boxesOf(const TemplateShape::Part &part, qreal left) const
    {
        const int count = std::min(part.count + part.possible, shownBoxes);
        const int columns = std::min(count, 3);
        const int rows = (count + 2) / 3;
        const qreal top = m_area.center().y() - (rows * box + (rows - 1) * gap) / 2;
        QList<QRectF> boxes;
        for (int i = 0; i < count; ++i) {
            const int row = i / columns;
            const int column = i % columns;
            boxes.append(QRectF(left + column * (box + gap), top + row * (box + gap), box, box));
        }
        return boxes;
    }

    static qreal widthOf(const TemplateShape::Part &part)
    {
        const int columns = std::min(std::min(part.count + part.possible, shownBoxes), 3);
        return columns * box + std::max(0, columns - 1) * gap;
    }

    void connect(const QList<QRectF> &from, const QList<QRectF> &to)
    {
        setLine(m_tokens.faint, Qt::SolidLine, 1.25);
        for (const QRectF &a : from) {
            for (const QRectF &b : to) {
                QPainterPath path(QPointF(a.right(), a.center().y()));
                const qreal middle = (a.right() + b.left()) / 2;
                path.cubicTo(middle, a.center().y(), middle, b.center().y(), b.left(), b.center().y());
                m_painter.drawPath(path);
            }
        }
    }

    void drawPods()
    {
        qreal width = -columnGap;
        for (const TemplateShape::Part &part : m_shape.parts)
            width += widthOf(part) + columnGap;
        qreal left = m_area.center().x() - width / 2;
        QList<QList<QRectF>> columns;
        for (const TemplateShape::Part &part : m_shape.parts) {
            columns.append(boxesOf(part, left));
            left += widthOf(part) + columnGap;
        }
        for (qsizetype i = 1; i < columns.size(); ++i)
            connect(columns[i - 1].size() > 3 ? columns[i - 1].mid(2, 1) : columns[i - 1], firstColumn(columns[i]));
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const bool leads = i == 0 && columns.size() > 1 && leaders().contains(m_shape.parts[0].role);
            for (qsizetype k = 0; k < columns[i].size(); ++k)
                drawBox(columns[i][k], color(int(i)), leads, k >= m_shape.parts[i].count);
            if (m_shape.parts[i].count > shownBoxes)
                drawMore(columns[i].last());
        }
    }

    static QList<QRectF> firstColumn(const QList<QRectF> &boxes)
    {
        QList<QRectF> first;
        for (const QRectF &rect : boxes) {
            if (rect.left() == boxes.first().left())
                first.append(rect);
        }
        return first;
    }

    void drawMore(const QRectF &last)
    {
        setLine(m_tokens.muted);
        const QPointF center(last.right() + gap + 5, last.center().y());
        m_painter.drawLine(center - QPointF(4, 0), center + QPointF(4, 0));
        m_painter.drawLine(center - QPointF(0, 4), center + QPointF(0, 4));
    }

    void drawArrow(const QPointF &from, const QPointF &to)
    {
        setLine(m_tokens.muted);
        m_painter.drawLine(from, to);
        m_painter.drawLine(to, to + QPointF(-5, -4));
        m_painter.drawLine(to, to + QPointF(-5, 4));
    }

    void drawService()
    {
        const bool split = std::ranges::any_of(m_shape.parts, [](const auto &part) { return part.share > 0; });
        const qsizetype steps = split ? 1 : m_shape.parts.size();
        constexpr qreal step = 40, arrow = 30;
        qreal x = m_area.center().x() - (steps * step + steps * arrow) / 2;
        const qreal y = m_area.center().y();
        for (qsizetype i = 0; i < steps; ++i) {
            if (split)
                break;
            drawArrow({x, y}, {x + arrow - 4, y});
            x += arrow;
            for (int k = std::min(2, m_shape.parts[i].count - 1); k >= 0; --k)
                drawBox(QRectF(x + k * 4, y - 12 - k * 4, step - 8, 24), color(int(i)), i + 1 == steps);
            x += step;
        }
        if (split)
            drawShares(x, arrow);
    }

    void drawShares(qreal x, qreal arrow)
    {
        const qreal y = m_area.center().y();
        const qreal top = y - (qreal(m_shape.parts.size()) * 22 - 4) / 2;
        for (qsizetype i = 0; i < m_shape.parts.size(); ++i) {
            const QRectF rect(x + arrow, top + qreal(i) * 22, 40, 18);
            setLine(m_tokens.muted, Qt::SolidLine, std::max(1.0, m_shape.parts[i].share / 25.0));
            QPainterPath path(QPointF(x, y));
            path.cubicTo(x + arrow / 2, y, x + arrow / 2, rect.center().y(), rect.left() - 3, rect.center().y());
            m_painter.drawPath(path);
            drawBox(rect, color(int(i)), m_shape.parts[i].share >= 50);
        }
    }

    void drawNotebook()
    {
        const QRectF page(m_area.center().x() - 46, m_area.center().y() - 22, 60, 44);
        setLine(color(0));
        m_painter.setBrush(blend(color(0), m_tokens.surface, 0.12));
        m_painter.drawRoundedRect(page, 4, 4);
        m_painter.drawLine(page.topLeft() + QPointF(0, 10), page.topRight() + QPointF(0, 10));
        setLine(m_tokens.muted);
        for (const qreal offset : {18.0, 26.0, 34.0})
            m_painter.drawLine(page.topLeft() + QPointF(8, offset),
                               page.topLeft() + QPointF(offset == 26 ? 38 : 50, offset));
        drawStorage(m_area.center() + QPointF(38, 4));
    }

    void drawSearch()
    {
        const QRectF plot(m_area.center().x() - 62, m_area.center().y() - 22, 124, 44);
        setLine(m_tokens.border);
        m_painter.drawLine(plot.topLeft(), plot.bottomLeft());
        m_painter.drawLine(plot.bottomLeft(), plot.bottomRight());
        const int trials = std::clamp(m_shape.parts.value(0).count, 3, 16);
        const int best = trials * 2 / 3;
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < trials; ++i) {
            // Spread without chance, so that the same template always looks the same.
            const qreal x = plot.left() + 8 + (plot.width() - 16) * i / std::max(1, trials - 1);
            const qreal y = i == best ? plot.top() + 5 : plot.top() + 12 + (i * 29 % 26);
            m_painter.setBrush(i == best ? m_tokens.accent : blend(color(0), m_tokens.surface, 0.45));
            m_painter.drawEllipse(QPointF(x, y), i == best ? 4.5 : 3, i == best ? 4.5 : 3);
        }
    }

    void drawDocument(const QPointF &center)
    {
        const QRectF page(center - QPointF(16, 21), QSizeF(32, 42));
        QPainterPath path(page.topLeft());
        path.lineTo(page.right() - 10, page.top());
        path.lineTo(page.right(), page.top() + 10);
        path.lineTo(page.bottomRight());
        path.lineTo(page.bottomLeft());
        path.closeSubpath();
        setLine(color(0));
        m_painter.setBrush(blend(color(0), m_tokens.surface, 0.12));
        m_painter.drawPath(path);
        setLine(m_tokens.muted);
        for (const qreal offset : {16.0, 23.0, 30.0})
            m_painter.drawLine(page.topLeft() + QPointF(7, offset),
                               page.topLeft() + QPointF(offset == 23 ? 20 : 25, offset));
    }

    void drawStorage(const QPointF &center)
    {
        const QRectF body(center - QPointF(14, 18), QSizeF(28, 36));
        constexpr qreal bend = 8;
        QPainterPath path;
        path.moveTo(body.left(), body.top() + bend / 2);
        path.lineTo(body.left(), body.bottom() - bend / 2);
        path.arcTo(QRectF(body.left(), body.bottom() - bend, body.width(), bend), 180, 180);
        path.lineTo(body.right(), body.top() + bend / 2);
        setLine(color(2));
        m_painter.setBrush(blend(color(2), m_tokens.surface, 0.18));
        m_painter.drawPath(path);
        m_painter.drawEllipse(QRectF(body.left(), body.top(), body.width(), bend));
    }

    void drawKey()
    {
        const QPointF center = m_area.center();
        setLine(color(4), Qt::SolidLine, 2.5);
        m_painter.drawEllipse(center - QPointF(16, 0), 10, 10);
        m_painter.drawLine(center - QPointF(6, 0), center + QPointF(26, 0));
        m_painter.drawLine(center + QPointF(26, 0), center + QPointF(26, 8));
        m_painter.drawLine(center + QPointF(17, 0), center + QPointF(17, 6));
    }

    QPainter &m_painter;
    const QRectF m_area;
    const Tokens &m_tokens;
    const TemplateShape &m_shape;
};

} // namespace

TemplatePicture::TemplatePicture(const models::TemplateShape &shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TemplatePicture::sizeHint() const { return {200, pictureHeight}; }

void TemplatePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &theme = tokens(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.window);
    painter.drawRoundedRect(QRectF(rect()), 6, 6);
    Drawing(painter, QRectF(rect()), theme, m_shape).draw();
}

} // namespace views
