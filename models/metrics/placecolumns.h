// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace models {

/// What stands on the x axis.
enum class Axis
{
    Step,
    Time,
    Epoch
};

/// Where a point stands.
struct Place
{
    double step = 0;
    double epoch = -1;
    qint64 milliseconds = 0;
    quint32 line = 0;

    bool operator==(const Place &) const = default;
};

class PlaceBlock;
class GrowingPlaces;

/// The places of the figures of one line are the same: series that are filled side by side share them, a block at a
/// time, from its first place on. Give the same pool to all series of one rank. Not thread safe.
class PlacePool
{
public:
    /// The places to go on with from `first` on: those of another series that began there, or new ones.
    std::shared_ptr<GrowingPlaces> beginningWith(const Place &first);
    /// The same for a series that has the first `count` of `places` and then `next`, which `places` have not.
    std::shared_ptr<GrowingPlaces> partingFrom(const GrowingPlaces &places, qsizetype count, const Place &next);

private:
    std::shared_ptr<GrowingPlaces> remember(std::shared_ptr<GrowingPlaces> places);

    std::array<std::shared_ptr<GrowingPlaces>, 8> m_recent;
    size_t m_next = 0;
};

/// A growing list of places, packed and readable at once by index: steps, times and lines mostly rise evenly, so each
/// is kept as what it differs from a straight line. Half a byte to three bytes a place. Not thread safe.
class PlaceColumns
{
public:
    static constexpr qsizetype blockSize = 256;

    PlaceColumns() = default; ///< nothing is shared
    explicit PlaceColumns(std::shared_ptr<PlacePool> pool)
        : m_pool(std::move(pool))
    {
    }
    void append(const Place &place);
    void append(std::span<const Place> places);
    qsizetype size() const { return qsizetype(m_blocks.size()) * blockSize + m_open; }
    Place at(qsizetype index) const;
    Place last() const { return m_last; }
    double x(qsizetype index, Axis axis) const;
    /// Who reads far apart tells beforehand where: a place is found in three steps, 0 to 2, each of which waits for the
    /// memory of the one before.
    void prefetch(qsizetype index, int step) const;
    /// First index in [first, last) whose x is >= `x` (last if none), where x never falls in that range.
    qsizetype lowerBound(qsizetype first, qsizetype last, double x, Axis axis) const;

private:
    void sealIfFull();
    qsizetype guess(qsizetype first, qsizetype last, double x, Axis axis) const;

    std::shared_ptr<PlacePool> m_pool;
    std::vector<std::shared_ptr<const PlaceBlock>> m_blocks;
    std::shared_ptr<GrowingPlaces> m_newest; // not full yet; perhaps of others, too, who may be further
    qsizetype m_open = 0; // how many of them are ours
    Place m_last;
};

} // namespace models
