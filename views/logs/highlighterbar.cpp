// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/highlighterbar.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace views {

namespace {

constexpr int seriesCount = 8;
constexpr int swatch = 10, edge = 10, between = 6;
constexpr int longestText = 150;

} // namespace

/// "■ loss  1,204 ✕"
class HighlighterChip : public QAbstractButton
{
public:
    HighlighterChip(const models::SearchQuery &query, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(query.text);
        setFont(views::font(TextRole::Caption));
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(HighlighterBar::tr("%1\nClick: next line with it. On the colour: another colour. On the cross (or "
                                      "Del): remove.")
                       .arg(query.text));
    }
    void setCount(qint64 hits)
    {
        const QString count = QLocale().toString(hits);
        if (count == m_count)
            return;
        m_count = count;
        setAccessibleName(text() + u' ' + count);
        updateGeometry();
        update();
    }
    void setColor(int color)
    {
        m_color = color;
        update();
    }
    int color() const { return m_color; }
    bool isOnColor(QPoint point) const { return point.x() < edge + swatch + between / 2; }
    bool isOnCross(QPoint point) const { return point.x() > width() - edge - swatch - between / 2; }
    QPoint pressedAt() const { return m_pressed; }

    std::function<void()> removed;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {2 * edge + 2 * swatch + 3 * between + textRoom() + metrics.horizontalAdvance(m_count),
                metrics.height() + 8};
    }

    /// Two pixels more than the text: at a fractional width it would be cut for the part of a pixel that is rounded
    /// off.
    int textRoom() const { return std::min(longestText, QFontMetrics(font()).horizontalAdvance(text()) + 2); }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        m_pressed = event->position().toPoint();
        QAbstractButton::mousePressEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        m_pressed = rect().center();
        if (event->key() == Qt::Key_Delete)
            removed();
        else
            QAbstractButton::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &colors = tokens(palette());
        const QColor own = seriesColor(colors, m_color);
        const QRectF field = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        paintPanel(&painter, field, blend(own, colors.surface, underMouse() ? 0.20 : 0.12), own, field.height() / 2);
        if (showsFocus(this))
            paintFocusRing(&painter, field, palette(), field.height() / 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(own);
        painter.drawRoundedRect(QRectF(edge, (height() - swatch) / 2.0, swatch, swatch), 2, 2);
        painter.setFont(font());
        painter.setPen(colors.text);
        const int left = edge + swatch + between;
        const int room = textRoom();
        painter.drawText(QRect(left, 0, room, height()), Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, room));
        painter.setPen(colors.muted);
        painter.drawText(QRect(left + room + between, 0, width(), height()), Qt::AlignVCenter, m_count);
        painter.setPen(QPen(colors.muted, 1.5));
        const QPointF middle(width() - edge - swatch / 2.0, height() / 2.0);
        painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3));
        painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
    }

private:
    QString m_count;
    QPoint m_pressed;
    int m_color = 0;
};

struct HighlighterBar::Highlighter
{
    explicit Highlighter(models::LogDocument &document)
        : search(document)
    {
    }
    models::LogSearch search;
    HighlighterChip *chip = nullptr;
};

HighlighterBar::HighlighterBar(models::LogDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs);
    m_layout->addStretch();
    hide();
}

HighlighterBar::~HighlighterBar() = default;

int HighlighterBar::freeColor() const
{
    for (int color = 1; color < seriesCount; ++color) { // 0 is the first rank's, and nearly the accent
        if (std::ranges::none_of(m_highlighters, [color](const auto &one) { return one->chip->color() == color; }))
            return color;
    }
    return 0;
}

void HighlighterBar::add(const models::SearchQuery &query)
{
    const bool known
        = std::ranges::any_of(m_highlighters, [&](const auto &one) { return one->search.query() == query; });
    if (known || m_highlighters.size() >= size_t(most) || !models::LineMatcher(query).isValid())
        return;
    const int color = freeColor();
    auto &made = m_highlighters.emplace_back(std::make_unique<Highlighter>(m_document));
    Highlighter *one = made.get();
    one->chip = new HighlighterChip(query, this);
    one->chip->setColor(color);
    one->chip->removed = [this, one] { remove(one); };
    m_layout->insertWidget(m_layout->count() - 1, one->chip);
    connect(&one->search, &models::LogSearch::changed, this, [this] { updateCounts(); });
    connect(one->chip, &QAbstractButton::clicked, this, [this, one] {
        if (one->chip->isOnCross(one->chip->pressedAt())) {
            remove(one);
        } else if (one->chip->isOnColor(one->chip->pressedAt())) {
            one->chip->setColor((one->chip->color() + 1) % seriesCount);
            emit changed();
        } else {
            emit nextRequested(&one->search);
        }
    });
    one->search.setQuery(query);
    show();
    updateCounts();
    emit changed();
}

void HighlighterBar::remove(Highlighter *highlighter)
{
    const auto found = std::ranges::find(m_highlighters, highlighter, &std::unique_ptr<Highlighter>::get);
    if (found == m_highlighters.end())
        return;
    const std::unique_ptr<Highlighter> gone = std::move(*found); // lives until nobody paints with it
    m_highlighters.erase(found);
    gone->chip->hide();
    gone->chip->deleteLater();
    setVisible(!m_highlighters.empty());
    emit changed();
}

QList<LogHighlight> HighlighterBar::highlights() const
{
    QList<LogHighlight> all;
    for (const auto &one : m_highlighters)
        all.append({&one->search, one->chip->color()});
    return all;
}

void HighlighterBar::updateCounts()
{
    for (const auto &one : m_highlighters)
        one->chip->setCount(one->search.hitCount());
}

} // namespace views
