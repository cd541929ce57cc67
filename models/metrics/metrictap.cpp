// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/metrictap.h"

#include <algorithm>
#include <chrono>

namespace models {

namespace {

constexpr int mostMetrics = 400; // a log that counts its keys up must not eat the memory
constexpr quint32 longestRun = 1024; // whoever takes looks at the clock between runs
constexpr std::chrono::milliseconds longestWait {50}; // whoever takes may itself wait for the lines

template <class T>
void appendTo(std::vector<T> &to, std::vector<T> &from)
{
    if (to.empty())
        to.swap(from);
    else
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

} // namespace

MetricTap::MetricTap(std::shared_ptr<const MetricRules> rules)
    : m_rules(std::move(rules))
    , m_names(std::make_shared<MetricNames>())
{
}

void MetricTap::sourceAdded(const LogSource &source)
{
    m_states.resize(std::max(m_states.size(), size_t(source.id) + 1));
    if (source.main)
        m_states[size_t(source.id)].scanner = std::make_unique<LineScanner>(m_rules, m_names);
    m_batch.sources.push_back(source);
}

void MetricTap::line(int source, qint64 number, qint64 nanoseconds, std::string_view text)
{
    State &state = m_states[size_t(source)];
    if (!state.scanner)
        return;
    const qint64 milliseconds = nanoseconds / 1'000'000;
    state.lastLine = milliseconds;
    if (!std::exchange(state.touched, true))
        m_touched.push_back(source);
    LineScanner &scanner = *state.scanner;
    const bool any = scanner.scan(text, [&](std::span<const FoundValue> values) {
        const TrainingPlace &place = scanner.place();
        Place at {place.step.value_or(0), place.epoch.value_or(-1), milliseconds, quint32(number)};
        if (place.step)
            return keep(source, scanner.localRank(), values, at);
        for (const FoundValue &value : values) {
            at.step = state.counts[{scanner.localRank(), value.metric}]++;
            keep(source, scanner.localRank(), {&value, 1}, at);
        }
    });
    state.moved = state.moved || any;
}

/// Whether a line has the same metrics as the one before it.
bool MetricTap::goesOn(int source, int localRank, std::span<const FoundValue> values) const
{
    if (m_piece.runs.empty())
        return false;
    const MetricBatch::Run &run = m_piece.runs.back();
    return run.source == source && run.localRank == localRank && run.metrics == values.size() && run.lines < longestRun
        && std::equal(
               values.begin(), values.end(), m_piece.metrics.end() - qsizetype(values.size()),
               [](const FoundValue &value, int metric) { return value.metric == metric; });
}

void MetricTap::keep(int source, int localRank, std::span<const FoundValue> values, const Place &place)
{
    if (!goesOn(source, localRank, values)) {
        const auto isOneTooMany = [](const FoundValue &value) { return value.metric >= mostMetrics; };
        if (std::ranges::any_of(values, isOneTooMany)) {
            std::vector<FoundValue> kept(values.begin(), values.end());
            std::erase_if(kept, isOneTooMany);
            if (!kept.empty())
                keep(source, localRank, kept, place);
            return;
        }
        if (m_piece.runs.empty()) { // about as long as the one before: it need not grow step by step
            m_piece.places.reserve(m_usualPlaces);
            m_piece.values.reserve(m_usualValues);
        }
        m_piece.runs.push_back({.source = source, .localRank = localRank, .metrics = quint32(values.size())});
        for (const FoundValue &value : values)
            m_piece.metrics.push_back(value.metric);
    }
    ++m_piece.runs.back().lines;
    m_piece.places.push_back(place);
    for (const FoundValue &value : values)
        m_piece.values.push_back(float(value.value));
}

/// With the mutex held.
void MetricTap::handOverPiece()
{
    m_usualPlaces = m_piece.places.size();
    m_usualValues = m_piece.values.size();
    m_waiting.figures += m_usualValues;
    m_waiting.pieces.push_back(std::exchange(m_piece, {}));
}

void MetricTap::flush()
{
    for (; m_announced < std::min(m_names->size(), mostMetrics); ++m_announced)
        m_batch.newMetrics.emplace_back(QString::fromStdString(m_names->name(m_announced)),
                                        QString::fromStdString(m_names->unit(m_announced)));
    std::unique_lock lock(m_mutex);
    if (m_notify)
        m_taken.wait_for(lock, longestWait, [this] { return m_waiting.figures < mostWaiting || !m_notify; });
    appendTo(m_waiting.sources, m_batch.sources);
    appendTo(m_waiting.newMetrics, m_batch.newMetrics);
    if (!m_piece.runs.empty())
        handOverPiece();
    for (const int source : std::exchange(m_touched, {})) {
        State &state = m_states[size_t(source)];
        m_waiting.lastLines[source] = state.lastLine;
        state.touched = false;
        if (std::exchange(state.moved, false))
            m_waiting.places[source] = state.scanner->place();
    }
    if (!std::exchange(m_notified, true) && m_notify)
        m_notify(); // under the lock: setNotify({}) returns when nobody is in there any more
}

void MetricTap::setNotify(std::function<void()> notify)
{
    const std::lock_guard lock(m_mutex);
    m_notify = std::move(notify);
    m_taken.notify_all();
}

MetricBatch MetricTap::take()
{
    const std::lock_guard lock(m_mutex);
    m_notified = false;
    m_taken.notify_all();
    return std::exchange(m_waiting, {});
}

} // namespace models
