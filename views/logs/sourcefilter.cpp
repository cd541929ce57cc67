// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/sourcefilter.h"

#include "views/theme/theme.h"

#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;

namespace {

/// Ticking several things is one visit.
class StayingMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QAction *action = actionAt(event->position().toPoint());
        if (action && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Space && activeAction() && activeAction()->isCheckable())
            activeAction()->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

} // namespace

SourceFilter::SourceFilter(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new StayingMenu(this))
{
    setIcon(views::icon(u"filter"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setMenu(m_menu);
    setToolTip(tr("Show only some replica types, containers or attempts"));
    hide();
}

QString SourceFilter::valueOf(Facet facet, const models::LogSource &source)
{
    switch (facet) {
    case Facet::ReplicaType:
        return source.replicaType;
    case Facet::Container:
        return source.container;
    case Facet::Attempt:
        return QString::number(source.attempt + 1);
    }
    return {};
}

QString SourceFilter::title(Facet facet)
{
    switch (facet) {
    case Facet::ReplicaType:
        return tr("Replica type");
    case Facet::Container:
        return tr("Container");
    case Facet::Attempt:
        return tr("Attempt");
    }
    return {};
}

void SourceFilter::setSources(const QList<models::LogSource> &sources)
{
    if (sources == m_sources)
        return;
    m_sources = sources;
    for (int i = 0; i < facetCount; ++i) {
        QStringList values;
        for (const models::LogSource &source : sources) {
            if (const QString value = valueOf(Facet(i), source); !value.isEmpty() && !values.contains(value))
                values.append(value);
        }
        if (Facet(i) == Facet::Attempt)
            std::ranges::sort(values, {}, [](const QString &value) { return value.toInt(); });
        m_values[i] = values;
    }
    rebuild();
}

void SourceFilter::rebuild()
{
    m_menu->clear();
    bool some = false;
    for (int i = 0; i < facetCount; ++i) {
        if (m_values[i].size() < 2)
            continue;
        some = true;
        m_menu->addSection(title(Facet(i)));
        for (const QString &value : std::as_const(m_values[i])) {
            const bool init = Facet(i) == Facet::Container
                && std::ranges::any_of(m_sources, [&](const auto &one) { return one.init && one.container == value; });
            QString text = init ? tr("%1 (init)").arg(value) : value;
            QAction *action = m_menu->addAction(text.replace(u'&', "&&"_L1));
            action->setCheckable(true);
            action->setChecked(m_chosen[i].contains(value));
            connect(action, &QAction::toggled, this, [this, i, value](bool on) { choose(Facet(i), value, on); });
        }
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Show everything"), this, &SourceFilter::clear);
    setVisible(some);
    showState();
}

void SourceFilter::choose(Facet facet, const QString &value, bool chosen)
{
    auto &set = m_chosen[int(facet)];
    if (set.contains(value) == chosen)
        return;
    if (chosen)
        set.insert(value);
    else
        set.remove(value);
    showState();
    emit changed();
}

void SourceFilter::clear()
{
    if (!isFiltering())
        return;
    for (auto &set : m_chosen)
        set.clear();
    rebuild();
    emit changed();
}

bool SourceFilter::isFiltering() const
{
    return std::ranges::any_of(m_chosen, [](const QSet<QString> &set) { return !set.isEmpty(); });
}

bool SourceFilter::passes(const models::LogSource &source) const
{
    for (int i = 0; i < facetCount; ++i) {
        if (!m_chosen[i].isEmpty() && !m_chosen[i].contains(valueOf(Facet(i), source)))
            return false;
    }
    return true;
}

QStringList SourceFilter::values(Facet facet) const { return m_values[int(facet)]; }

void SourceFilter::showState()
{
    QStringList chosen;
    for (int i = 0; i < facetCount; ++i) {
        for (const QString &value : std::as_const(m_values[i])) {
            if (m_chosen[i].contains(value))
                chosen.append(Facet(i) == Facet::Attempt ? tr("attempt %1").arg(value) : value);
        }
    }
    QString text = chosen.isEmpty() ? tr("Sources") : chosen.join(", "_L1);
    setText(fontMetrics().elidedText(text, Qt::ElideRight, 160).replace(u'&', "&&"_L1));
}

} // namespace views
