// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/rankchips.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChips = 10;
constexpr int menuRoom = 90;

/// A rank's dot and name in a rounded field.
class ChipButton : public QToolButton
{
public:
    ChipButton(const QString &text, int rank, QWidget *parent)
        : QToolButton(parent)
        , m_rank(rank)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setFont(views::font(TextRole::Caption));
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(text()) + (m_rank < 0 ? 0 : 14) + (menu() ? 14 : 0) + 2 * space::s + 2,
                metrics.height() + 8};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &colors = tokens(palette());
        const QColor own = m_rank < 0 ? colors.accent : seriesColor(colors, m_rank);
        const QRectF field = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        const QColor ground = isChecked() ? blend(own, colors.surface, colors.dark ? 0.22 : 0.12)
            : underMouse()                ? blend(colors.text, colors.surface, 0.05)
                                          : colors.surface;
        paintPanel(&painter, field, ground, isChecked() ? own : colors.border, field.height() / 2);
        if (showsFocus(this))
            paintFocusRing(&painter, field, palette(), field.height() / 2);
        double left = space::s + 1;
        if (m_rank >= 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(own);
            painter.drawEllipse(QPointF(left + 4, field.center().y()), 4, 4);
            left += 14;
        }
        painter.setFont(font());
        painter.setPen(isChecked() ? colors.text : colors.muted);
        painter.drawText(QRectF(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (menu())
            paintChevron(&painter, QRectF(width() - 18, (height() - 8) / 2.0, 8, 8), colors.muted);
    }

private:
    int m_rank;
};

} // namespace

RankChips::RankChips(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);
    m_layout->addStretch();
}

QSize RankChips::sizeHint() const { return {400, QFontMetrics(views::font(TextRole::Caption)).height() + 8}; }

QSize RankChips::minimumSizeHint() const { return {120, sizeHint().height()}; }

void RankChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Later: a chip may be just being shown, and that is what changed the size.
    if (event->size().width() != event->oldSize().width() && !std::exchange(m_due, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_due = false;
                rebuild();
            },
            Qt::QueuedConnection);
    }
}

void RankChips::setSources(const QList<models::LogSource> &sources)
{
    if (sources == m_sources)
        return;
    // A chosen rank stays chosen with the attempts and containers that it gets.
    const QStringList labels = chosenLabels();
    m_sources = sources;
    QList<int> chosen;
    for (const models::LogSource &source : sources) {
        if (labels.contains(labelOf(source)))
            chosen.append(source.id);
    }
    const bool isOther = std::exchange(m_chosen, chosen) != chosen;
    rebuild();
    if (isOther)
        emit chosenChanged(m_chosen);
}

QString RankChips::labelOf(const models::LogSource &source)
{
    return source.label.section(u" #"_s, 0, 0).section(u'/', 0, 0);
}

QStringList RankChips::chosenLabels() const
{
    QStringList labels;
    for (const int id : m_chosen) {
        if (const QString label = labelOf(m_sources.value(id)); !labels.contains(label))
            labels.append(label);
    }
    return labels;
}

void RankChips::setChosen(const QList<int> &sources)
{
    m_chosen = sources;
    refresh();
}

QToolButton *RankChips::addChip(const QString &text, const QList<int> &ids, int rank)
{
    auto *button = new ChipButton(text, rank, this);
    m_layout->insertWidget(m_layout->count() - 1, button);
    m_chips.append({button, ids, rank});
    connect(button, &QToolButton::clicked, this,
            [this, ids] { toggle(ids, QApplication::keyboardModifiers().testFlag(Qt::ControlModifier)); });
    return button;
}

void RankChips::addMenu(const QList<std::pair<QString, QList<int>>> &ranks)
{
    QToolButton *more = addChip(tr("%1 more").arg(ranks.size()), {-1}, -1);
    more->disconnect(this);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    for (const auto &[label, ids] : ranks)
        menu->addAction(label, this, [this, ids = ids] { toggle(ids, false); });
    more->setMenu(menu);
}

void RankChips::rebuild()
{
    for (const Chip &chip : std::as_const(m_chips)) {
        chip.button->hide();
        chip.button->deleteLater();
    }
    m_chips.clear();
    // All attempts and containers of a rank are one chip.
    QList<std::pair<QString, QList<int>>> ranks;
    QHash<QString, qsizetype> known;
    for (const models::LogSource &source : std::as_const(m_sources)) {
        const QString label = labelOf(source);
        if (!known.contains(label)) {
            known.insert(label, ranks.size());
            ranks.append({label, {}});
        }
        ranks[known[label]].second.append(source.id);
    }
    std::ranges::sort(ranks, [this](const auto &a, const auto &b) {
        return m_sources[a.second.first()].rank < m_sources[b.second.first()].rank;
    });
    if (ranks.size() > 1)
        addChip(tr("All ranks"), {}, -1);
    // As many as there is room for; the menu has the rest.
    int room = width() - (m_chips.isEmpty() ? 0 : m_chips.first().button->sizeHint().width());
    qsizetype shown = 0;
    for (; ranks.size() > 1 && shown < std::min(ranks.size(), mostChips); ++shown) {
        const auto &[label, ids] = ranks[shown];
        QToolButton *chip = addChip(label, ids, m_sources[ids.first()].rank);
        room -= chip->sizeHint().width() + space::xs;
        const int menu = shown + 1 < ranks.size() ? menuRoom : 0;
        if (room < menu && shown > 0) {
            delete m_chips.takeLast().button;
            break;
        }
    }
    if (ranks.size() > 1 && ranks.size() > shown)
        addMenu(ranks.sliced(shown));
    refresh();
}

void RankChips::toggle(const QList<int> &ids, bool add)
{
    QList<int> chosen = ids;
    if (add && !ids.isEmpty()) {
        chosen = m_chosen;
        if (chosen.contains(ids.first()))
            chosen.removeIf([&](int id) { return ids.contains(id); });
        else
            chosen.append(ids);
        std::ranges::sort(chosen);
    } else if (ids == m_chosen) {
        chosen.clear(); // a second click shows all again
    }
    m_chosen = chosen;
    refresh();
    emit chosenChanged(m_chosen);
}

void RankChips::refresh()
{
    for (const Chip &chip : std::as_const(m_chips))
        chip.button->setChecked(chip.ids.isEmpty() ? m_chosen.isEmpty() : m_chosen.contains(chip.ids.first()));
}

} // namespace views
