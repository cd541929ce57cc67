// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ResourceTable that knows where rows come from and how fresh they are.
#include "models/tables/resourcetable.h"

#include <algorithm>

namespace models {

void ResourceTable::addFeed(std::unique_ptr<ResourceFeed> feed)
{
    const auto *raw = feed.get();
    connect(raw, &ResourceFeed::batch, this, &ResourceTable::apply);
    connect(raw, &ResourceFeed::stateChanged, this,
            [this, raw](k8s::WatchState state, const k8s::Error &error) { feedStateChanged(raw, state, error); });
    m_feedStates.insert(raw, {});
    m_feeds.push_back(std::move(feed));
    updateFreshness();
}

void ResourceTable::follow(k8s::ApiClient &client, const QString &ns, const QString &labelSelector,
                           const QString &fieldSelector)
{
    Q_ASSERT(m_kind);
    clear();
    auto feed = std::make_unique<ResourceFeed>(m_kind->type(), m_columns, m_kind);
    feed->start(client, ns, labelSelector, fieldSelector);
    addFeed(std::move(feed));
}

void ResourceTable::clear()
{
    m_feeds.clear();
    m_feedStates.clear();
    beginResetModel();
    m_store.clear();
    m_sorted.clear();
    m_shown.clear();
    m_rowOfSlot.clear();
    m_passes.clear();
    m_lastChange = {};
    endResetModel();
    updateFreshness();
    emit changed();
}

void ResourceTable::retry()
{
    for (const auto &feed : m_feeds)
        feed->retryNow();
}

bool ResourceTable::isHarmless(const ResourceFeed &, const k8s::Error &) const { return false; }

void ResourceTable::feedStateChanged(const ResourceFeed *feed, k8s::WatchState state, const k8s::Error &error)
{
    auto &known = m_feedStates[feed];
    known.state = state;
    known.error = error;
    known.wasLive = known.wasLive || state == k8s::WatchState::Live;
    updateFreshness();
}

bool ResourceTable::isFilling() const
{
    return std::ranges::any_of(
        m_feedStates, [](const FeedState &known) { return known.state == k8s::WatchState::Listing && !known.wasLive; });
}

void ResourceTable::updateFreshness()
{
    const auto previous = std::pair {m_freshness, m_error};
    m_freshness = m_feeds.empty() ? Freshness::Idle : Freshness::Live;
    m_error = {};
    const bool hasRows = m_store.size() > 0;
    bool listing = false, everLive = false;
    const k8s::Error *trouble = nullptr;
    for (const auto &feed : m_feeds) {
        const auto &known = m_feedStates[feed.get()];
        const bool troubled = known.state == k8s::WatchState::Stale || known.state == k8s::WatchState::Failed;
        everLive = everLive || known.wasLive;
        listing = listing || (known.state == k8s::WatchState::Listing && !known.wasLive);
        if (troubled && !isHarmless(*feed, known.error))
            trouble = &known.error;
    }
    if (trouble) {
        m_error = *trouble;
        m_freshness = hasRows || everLive ? Freshness::Stale : Freshness::Failed;
    } else if (listing && !hasRows) {
        m_freshness = Freshness::Loading;
    }
    if (m_freshness == Freshness::Stale && previous.first != Freshness::Stale)
        m_staleSince = QDateTime::currentDateTime();
    if (previous != std::pair {m_freshness, m_error})
        emit freshnessChanged();
}

} // namespace models
