// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/placecolumns.h"

#include "models/metrics/packedbits.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace models {

namespace {

constexpr qsizetype count = PlaceColumns::blockSize;
constexpr std::array powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
constexpr double largest = 1e13; // so that slopes in 1/65536 do not overflow

/// How a column of `count` numbers is kept: number i is base + slope * i / 65536 + what stands in its bits.
struct Head
{
    qint64 base = 0;
    qint64 slope = 0;
    quint32 word = 0; // where the bits begin
    quint8 width = 0;
    quint8 places = 0; // decimal places of the numbers
    bool raw = false; // 64 bits each, as they are

    /// Evenly rising numbers have none, and their words are not touched.
    quint64 bits(const quint64 *words, qsizetype i) const { return width ? bitsAt(words + word, i, width) : 0; }
    qint64 line(qsizetype i) const { return base + ((slope * i) >> 16); }
    qint64 integer(const quint64 *words, qsizetype i) const
    {
        return raw ? qint64(words[word + size_t(i)]) : line(i) + qint64(bits(words, i));
    }
    double number(const quint64 *words, qsizetype i) const
    {
        if (raw)
            return std::bit_cast<double>(words[word + size_t(i)]);
        const auto value = double(line(i) + qint64(bits(words, i)));
        return places ? value / powers[places] : value;
    }
};

using Integers = std::array<qint64, size_t(count)>;

/// Packs whole numbers behind the words that are there already.
Head pack(const Integers &numbers, std::vector<quint64> &words)
{
    Head head {.word = quint32(words.size())};
    const auto [low, high] = std::ranges::minmax(numbers);
    if (low < -qint64(largest) || high > qint64(largest)) {
        head.raw = true;
        for (const qint64 number : numbers)
            words.push_back(quint64(number));
        return head;
    }
    head.slope = (numbers.back() - numbers.front()) * 65536 / (count - 1);
    head.base = numbers[0];
    Integers rests {};
    qint64 least = 0, most = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const qint64 rest = numbers[size_t(i)] - head.line(i);
        rests[size_t(i)] = rest;
        least = std::min(least, rest);
        most = std::max(most, rest);
    }
    head.base += least;
    head.width = quint8(std::bit_width(quint64(most - least)));
    if (head.width > 0) {
        words.resize(words.size() + size_t(count * head.width + 63) / 64);
        putBits(words.data() + head.word, count, head.width,
                [&](qsizetype i) { return quint64(rests[size_t(i)] - least); });
    }
    return head;
}

/// Whole numbers of a decimal unit, to the last bit; false if they are none.
bool toIntegers(const std::vector<Place> &places, double Place::*member, size_t digits, Integers &integers)
{
    for (size_t i = 0; i < integers.size(); ++i) {
        const double value = places[i].*member, scaled = nearestWhole(value * powers[digits]);
        if (!(std::fabs(scaled) < largest))
            return false;
        integers[i] = qint64(scaled);
        const double again = digits ? double(integers[i]) / powers[digits] : double(integers[i]);
        if (std::bit_cast<quint64>(again) != std::bit_cast<quint64>(value))
            return false;
    }
    return true;
}

Head packNumbers(const std::vector<Place> &places, double Place::*member, std::vector<quint64> &words)
{
    Integers integers {};
    for (size_t digits = 0; digits < powers.size(); ++digits) {
        if (toIntegers(places, member, digits, integers)) {
            Head head = pack(integers, words);
            head.places = quint8(digits);
            return head;
        }
    }
    const Head head {.word = quint32(words.size()), .raw = true};
    for (const Place &place : places)
        words.push_back(std::bit_cast<quint64>(place.*member));
    return head;
}

} // namespace

/// `count` places; never changed once made.
class PlaceBlock
{
public:
    explicit PlaceBlock(const std::vector<Place> &places)
    {
        std::vector<quint64> words;
        m_step = packNumbers(places, &Place::step, words);
        m_epoch = packNumbers(places, &Place::epoch, words);
        Integers integers {};
        std::ranges::transform(places, integers.begin(), &Place::milliseconds);
        m_time = pack(integers, words);
        std::ranges::transform(places, integers.begin(), &Place::line);
        m_line = pack(integers, words);
        words.push_back(0); // bitsAt() reads a word further
        words.push_back(0);
        m_words = std::make_unique<quint64[]>(words.size());
        std::ranges::copy(words, m_words.get());
    }

    Place at(qsizetype i) const
    {
        const quint64 *const words = m_words.get();
        return {m_step.number(words, i), m_epoch.number(words, i), m_time.integer(words, i),
                quint32(m_line.integer(words, i))};
    }
    double x(qsizetype i, Axis axis) const
    {
        const quint64 *const words = m_words.get();
        return axis == Axis::Time ? double(m_time.integer(words, i))
            : axis == Axis::Step  ? m_step.number(words, i)
                                  : m_epoch.number(words, i);
    }

    /// Has what x() reads brought to the processor.
    void prefetch(qsizetype i) const
    {
        if (m_step.width)
            __builtin_prefetch(m_words.get() + m_step.word + size_t(i) * m_step.width / 64);
    }

private:
    std::unique_ptr<quint64[]> m_words; // first, so that it comes with the heads
    Head m_step, m_epoch, m_time, m_line;
};

/// The newest places of one or several series, packed when there are `count`.
class GrowingPlaces
{
public:
    qsizetype size() const { return m_packed ? count : qsizetype(m_places.size()); }
    Place at(qsizetype i) const { return m_places.empty() ? m_packed->at(i) : m_places[size_t(i)]; }
    double x(qsizetype i, Axis axis) const
    {
        if (m_places.empty())
            return m_packed->x(i, axis);
        const Place &place = m_places[size_t(i)];
        return axis == Axis::Time ? double(place.milliseconds) : axis == Axis::Step ? place.step : place.epoch;
    }
    bool has(qsizetype i, const Place &place) const { return i < size() && isSame(at(i), place); }
    /// How many of `places` stand here from `from` on.
    size_t common(qsizetype from, std::span<const Place> places) const
    {
        size_t same = 0;
        if (m_places.empty()) {
            while (same < places.size() && has(from + qsizetype(same), places[same]))
                ++same;
            return same;
        }
        places = places.first(std::min(places.size(), m_places.size() - size_t(from)));
        while (same < places.size() && isSame(m_places[size_t(from) + same], places[same]))
            ++same;
        return same;
    }
    /// Not more than there is room for.
    void append(std::span<const Place> places)
    {
        if (m_places.empty())
            m_places.reserve(size_t(count));
        m_places.insert(m_places.end(), places.begin(), places.end());
        if (qsizetype(m_places.size()) == count)
            m_packed = std::make_shared<const PlaceBlock>(m_places);
    }
    /// Who has the same places and is a little behind compares with them as they came; nobody does any more.
    void forgetUnpacked()
    {
        if (m_packed)
            m_places = {};
    }
    const std::shared_ptr<const PlaceBlock> &packed() const { return m_packed; }

private:
    static bool isSame(const Place &a, const Place &b) // to the last bit: NaN, too
    {
        return std::bit_cast<quint64>(a.step) == std::bit_cast<quint64>(b.step)
            && std::bit_cast<quint64>(a.epoch) == std::bit_cast<quint64>(b.epoch) && a.milliseconds == b.milliseconds
            && a.line == b.line;
    }

    std::vector<Place> m_places;
    std::shared_ptr<const PlaceBlock> m_packed;
};

std::shared_ptr<GrowingPlaces> PlacePool::remember(std::shared_ptr<GrowingPlaces> places)
{
    for (const auto &known : m_recent) {
        if (known)
            known->forgetUnpacked();
    }
    m_recent[m_next] = places;
    m_next = (m_next + 1) % m_recent.size();
    return places;
}

std::shared_ptr<GrowingPlaces> PlacePool::beginningWith(const Place &first)
{
    for (size_t back = 1; back <= m_recent.size(); ++back) { // mostly the newest one
        const auto &known = m_recent[(m_next + m_recent.size() - back) % m_recent.size()];
        if (known && known->has(0, first))
            return known;
    }
    return remember(std::make_shared<GrowingPlaces>());
}

std::shared_ptr<GrowingPlaces> PlacePool::partingFrom(const GrowingPlaces &places, qsizetype count, const Place &next)
{
    const auto hasSameBefore = [&](const GrowingPlaces &other) {
        for (qsizetype i = 0; i < count; ++i) {
            if (!other.has(i, places.at(i)))
                return false;
        }
        return true;
    };
    for (const auto &known : m_recent) {
        if (known && known->has(count, next) && hasSameBefore(*known))
            return known;
    }
    auto parted = std::make_shared<GrowingPlaces>();
    for (qsizetype i = 0; i < count; ++i)
        parted->append(std::array {places.at(i)});
    return remember(std::move(parted));
}

void PlaceColumns::append(const Place &place) { append({&place, 1}); }

void PlaceColumns::append(std::span<const Place> places)
{
    while (!places.empty()) {
        if (!m_newest)
            m_newest = m_pool ? m_pool->beginningWith(places.front()) : std::make_shared<GrowingPlaces>();
        const auto wanted = places.first(std::min(places.size(), size_t(blockSize - m_open)));
        size_t taken = m_newest->common(m_open, wanted);
        if (taken < wanted.size() && m_open + qsizetype(taken) < m_newest->size()) {
            m_newest = m_pool->partingFrom(*m_newest, m_open + qsizetype(taken), wanted[taken]);
        } else if (taken < wanted.size()) {
            m_newest->append(wanted.subspan(taken));
            taken = wanted.size();
        }
        if (taken > 0)
            m_last = wanted[taken - 1];
        m_open += qsizetype(taken);
        places = places.subspan(taken);
        sealIfFull();
    }
}

void PlaceColumns::sealIfFull()
{
    if (m_open == blockSize) {
        appendTightly(m_blocks, m_newest->packed());
        m_newest.reset();
        m_open = 0;
    }
}

Place PlaceColumns::at(qsizetype index) const
{
    const auto block = size_t(index / blockSize);
    return block < m_blocks.size() ? m_blocks[block]->at(index % blockSize) : m_newest->at(index % blockSize);
}

void PlaceColumns::prefetch(qsizetype index, int step) const
{
    const auto block = size_t(index / blockSize);
    if (block >= m_blocks.size())
        return;
    if (step == 0)
        __builtin_prefetch(&m_blocks[block]);
    else if (step == 1)
        __builtin_prefetch(m_blocks[block].get());
    else
        m_blocks[block]->prefetch(index % blockSize);
}

double PlaceColumns::x(qsizetype index, Axis axis) const
{
    const auto block = size_t(index / blockSize);
    return block < m_blocks.size() ? m_blocks[block]->x(index % blockSize, axis) : m_newest->x(index % blockSize, axis);
}

/// Where `x` would stand if it rose evenly: mostly right, or near.
qsizetype PlaceColumns::guess(qsizetype first, qsizetype last, double x, Axis axis) const
{
    const double low = this->x(first, axis), high = this->x(last - 1, axis);
    if (!(high > low) || !(x > low))
        return first;
    return first + qsizetype(std::min((x - low) / (high - low), 1.0) * double(last - 1 - first));
}

qsizetype PlaceColumns::lowerBound(qsizetype first, qsizetype last, double x, Axis axis) const
{
    if (first >= last)
        return last;
    // From the guess in steps twice as long each time until the answer is between two places, then by halves.
    const auto isBefore = [&](qsizetype index) { return this->x(index, axis) < x; };
    qsizetype low = first, high = last; // all before low are before x, none from high on is
    const qsizetype from = guess(first, last, x, axis);
    if (isBefore(from)) {
        low = from + 1;
        for (qsizetype step = 1; low < last; step *= 2) {
            const qsizetype probe = std::min(low + step - 1, last - 1);
            if (!isBefore(probe)) {
                high = probe;
                break;
            }
            low = probe + 1;
        }
    } else {
        high = from;
        for (qsizetype step = 1; high > first; step *= 2) {
            const qsizetype probe = std::max(high - step, first);
            if (isBefore(probe)) {
                low = probe + 1;
                break;
            }
            high = probe;
        }
    }
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (isBefore(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace models
