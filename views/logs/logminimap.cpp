// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/logminimap.h"

#include "views/logs/logview.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace views {

namespace {

constexpr int stripWidth = 18;
constexpr int refreshMilliseconds = 150; // marks need not be newer than the eye can tell

} // namespace

LogMinimap::LogMinimap(models::LogFilter &document, LogView &view, models::Bookmarks &bookmarks, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_view(view)
    , m_bookmarks(bookmarks)
{
    setFixedWidth(stripWidth);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Errors and warnings on the left, hits on the right, bookmarks: click to go there"));
    setAccessibleName(tr("Overview of the log"));
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &LogMinimap::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&document, &models::LogDocument::linesAppended, this, soon);
    connect(&document, &models::LogDocument::reset, this, soon);
    connect(&bookmarks, &models::Bookmarks::changed, this, &LogMinimap::refresh);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(view.verticalScrollBar(), &QScrollBar::rangeChanged, this, qOverload<>(&QWidget::update));
}

void LogMinimap::setLayers(const QList<Layer> &layers)
{
    for (const auto &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_layers = layers;
    for (const Layer &layer : layers) {
        m_connections += connect(layer.search, &models::LogSearch::changed, this, [this] {
            if (!m_refresh.isActive())
                m_refresh.start();
        });
    }
    refresh();
}

QList<double> LogMinimap::marks(Kind kind) const
{
    for (qsizetype i = 0; i < m_layers.size(); ++i) {
        if (m_layers[i].kind == kind)
            return m_marks.value(i);
    }
    return {};
}

QSize LogMinimap::sizeHint() const { return {stripWidth, 100}; }

void LogMinimap::refresh()
{
    m_marks.clear();
    for (const Layer &layer : std::as_const(m_layers))
        m_marks.append(m_document.marks(*layer.search, std::max(1, height() - 2)));
    m_flags.clear();
    const auto count = double(std::max<qint64>(1, m_document.lineCount()));
    const QList<qint64> places = m_bookmarks.places(m_document);
    for (const qint64 place : places)
        m_flags.append(double(place) / count);
    update();
}

void LogMinimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = tokens(palette());
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(QRect(0, 0, 1, height()), colors.border);
    const auto lines = double(std::max<qint64>(1, m_document.lineCount()));
    const double top = double(m_view.firstVisibleLine()) / lines * height();
    const double seen = std::max(6.0, std::min(1.0, m_view.visibleLines() / lines) * height());
    const QRectF box(1, std::min(top, height() - seen), width() - 1, seen);
    painter.fillRect(box, blend(colors.muted, colors.surface, colors.dark ? 0.30 : 0.16));
    const double middle = width() / 2.0;
    for (qsizetype i = 0; i < std::min(m_layers.size(), m_marks.size()); ++i) {
        const Kind kind = m_layers[i].kind;
        const bool left = kind == Kind::Error || kind == Kind::Warning;
        const QColor color = kind == Kind::Error ? colors.bad
            : kind == Kind::Warning              ? colors.warn
            : kind == Kind::Hit                  ? colors.accent
                                                 : seriesColor(colors, m_layers[i].color);
        for (const double mark : std::as_const(m_marks[i]))
            painter.fillRect(QRectF(left ? 3 : middle + 1, mark * (height() - 2), middle - 4, 2), color);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    for (const double flag : std::as_const(m_flags)) {
        const double y = flag * (height() - 2) + 1;
        painter.drawPolygon(QPolygonF({QPointF(1, y - 4), QPointF(7, y), QPointF(1, y + 4)}));
    }
}

void LogMinimap::resizeEvent(QResizeEvent *) { refresh(); }

void LogMinimap::goTo(int y)
{
    m_view.centre(qint64(std::clamp(double(y) / std::max(1, height()), 0.0, 1.0) * double(m_document.lineCount())));
}

void LogMinimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->position().toPoint().y());
}

void LogMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(event->position().toPoint().y());
}

void LogMinimap::wheelEvent(QWheelEvent *event) { QApplication::sendEvent(m_view.viewport(), event); }

} // namespace views
