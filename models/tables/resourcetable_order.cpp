// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ResourceTable that decides which rows are where: sort, filter, and how the view is told.
#include "models/tables/resourcetable.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <span>
#include <type_traits>

namespace models {
namespace {

/// More separate runs than this are told as one change of layout: a signal per run would cost a view more.
constexpr int manyRuns = 8;
/// To find the place of one row among the sorted ones reads about as many: where few come, fewer than merging all.
constexpr int rowsPerPlace = 16;

int compareCells(const Cell &left, const Cell &right, SortKind kind)
{
    switch (kind) {
    case SortKind::Text:
        return naturalCompare(left.text, right.text);
    case SortKind::Number:
        return left.sortKey < right.sortKey ? -1 : left.sortKey > right.sortKey ? 1 : 0;
    case SortKind::Age:
        return left.sortKey > right.sortKey ? -1 : left.sortKey < right.sortKey ? 1 : 0;
    }
    return 0;
}

/// What a row is sorted by, a text or a number, made once per sort instead of at every comparison.
template <class Key>
struct SortKey
{
    Key key;
    int slot = 0;
};

std::strong_ordering order3(double left, double right)
{
    return left < right ? std::strong_ordering::less
        : left > right  ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::strong_ordering order3(const QString &left, const QString &right) { return left.compare(right) <=> 0; }

/// As QString::contains() in any case, of a word that is not empty. Qt folds every character by a table; where all are
/// ASCII, as mostly, that is not needed.
bool containsInAnyCase(QStringView text, QStringView word)
{
    const auto lower = [](QChar c) { return c >= u'A' && c <= u'Z' ? QChar(c.unicode() | 0x20) : c; };
    const auto isPlain = [](QChar c) { return c.unicode() < 0x80; };
    if (!std::ranges::all_of(word, isPlain) || !std::ranges::all_of(text, isPlain))
        return text.contains(word, Qt::CaseInsensitive);
    return !std::ranges::search(text, word, {}, lower, lower).empty();
}

} // namespace

bool ResourceTable::lessThan(int left, int right) const
{
    const Row &l = m_store.at(left), &r = m_store.at(right);
    if (m_sortColumn >= 0 && m_sortColumn < m_columns.size()) {
        const int order
            = compareCells(l.cells.at(m_sortColumn), r.cells.at(m_sortColumn), m_columns.at(m_sortColumn).sort);
        if (order != 0)
            return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    }
    if (const int order = naturalCompare(l.name, r.name))
        return order < 0;
    return l.uid < r.uid; // a total order, so that equal rows never swap
}

namespace {

/// The same slots as they lie in memory: to read 50,000 rows one behind the other takes a third of jumping about.
QList<int> inMemoryOrder(const QList<int> &order, const RowStore &store)
{
    QList<bool> isMeant(store.capacity(), false);
    for (const int slot : order)
        isMeant[slot] = true;
    QList<int> found;
    found.reserve(order.size());
    for (int slot = 0; slot < store.capacity(); ++slot) {
        if (isMeant.at(slot))
            found.append(slot);
    }
    return found;
}

void sortByName(const RowStore &store, std::span<int> order)
{
    std::vector<SortKey<QString>> keys;
    for (const int slot : order)
        keys.push_back({naturalKey(store.at(slot).name), slot});
    std::ranges::sort(keys, [&store](const auto &left, const auto &right) {
        const auto byName = order3(left.key, right.key);
        return byName != 0 ? byName < 0 : store.at(left.slot).uid < store.at(right.slot).uid;
    });
    std::ranges::transform(keys, order.begin(), &SortKey<QString>::slot);
}

/// By keys that `keyOf` makes of the rows; only rows with the same key need their names.
template <class KeyOf>
void sortByKey(const RowStore &store, QList<int> &order, bool ascending, KeyOf keyOf)
{
    using Key = std::invoke_result_t<KeyOf, const Row &>;
    std::vector<SortKey<Key>> keys;
    keys.reserve(size_t(order.size()));
    const QList<int> rows = inMemoryOrder(order, store);
    for (const int slot : rows)
        keys.push_back({keyOf(store.at(slot)), slot});
    std::ranges::sort(keys, [ascending](const auto &left, const auto &right) {
        const auto primary = order3(left.key, right.key);
        return ascending ? primary < 0 : primary > 0;
    });
    std::ranges::transform(keys, order.begin(), &SortKey<Key>::slot);
    for (size_t first = 0, last = 0; first < keys.size(); first = last) {
        for (last = first + 1; last < keys.size() && order3(keys[first].key, keys[last].key) == 0;)
            ++last;
        if (last - first > 1)
            sortByName(store, std::span(order.data() + first, last - first));
    }
}

} // namespace

void ResourceTable::sortSlots(QList<int> &order) const
{
    constexpr int fewRows = 500; // below this, making keys costs more than it saves
    if (order.size() <= fewRows) {
        std::ranges::sort(order, [this](int left, int right) { return lessThan(left, right); });
        return;
    }
    const bool isSorted = m_sortColumn >= 0 && m_sortColumn < m_columns.size(),
               ascending = m_sortOrder == Qt::AscendingOrder;
    const SortKind kind = isSorted ? m_columns.at(m_sortColumn).sort : SortKind::Number;
    if (kind == SortKind::Text)
        sortByKey(m_store, order, ascending,
                  [this](const Row &row) { return naturalKey(row.cells.at(m_sortColumn).text); });
    else
        sortByKey(m_store, order, ascending, [this, isSorted, kind](const Row &row) {
            const double key = isSorted ? row.cells.at(m_sortColumn).sortKey : Cell().sortKey;
            return kind == SortKind::Age ? -key : key;
        });
}

void ResourceTable::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_sortWaits = false;
    sortSlots(m_sorted);
    show(wanted());
}

void ResourceTable::setSortingHeld(bool held)
{
    m_held = held;
    if (!held && std::exchange(m_sortWaits, false)) {
        sortSlots(m_sorted);
        show(wanted());
    }
}

void ResourceTable::mergeIntoOrder(const QList<int> &added, const QList<int> &moved, const QList<int> &removed)
{
    QList<bool> leaves(m_store.capacity(), false);
    for (const int slot : removed)
        leaves[slot] = true;
    QList<int> incoming = added;
    const bool held = m_held && !isFilling();
    if (held) {
        m_sortWaits = m_sortWaits || !added.isEmpty() || !moved.isEmpty();
    } else {
        incoming += moved;
        for (const int slot : moved)
            leaves[slot] = true;
        sortSlots(incoming);
    }
    if (!removed.isEmpty() || incoming.size() > added.size())
        m_sorted.removeIf([&leaves](int slot) { return leaves.at(slot); });
    if (incoming.isEmpty())
        return;
    if (held) {
        m_sorted += incoming; // nothing above them moves
        return;
    }
    const auto isBefore = [this](int left, int right) { return lessThan(left, right); };
    QList<int> merged;
    merged.reserve(m_sorted.size() + incoming.size());
    if (incoming.size() * rowsPerPlace < m_sorted.size()) {
        auto from = m_sorted.cbegin();
        for (const int slot : std::as_const(incoming)) {
            const auto place = std::upper_bound(from, m_sorted.cend(), slot, isBefore);
            std::copy(from, place, std::back_inserter(merged));
            merged.append(slot);
            from = place;
        }
        std::copy(from, m_sorted.cend(), std::back_inserter(merged));
    } else {
        std::ranges::merge(m_sorted, incoming, std::back_inserter(merged), isBefore);
    }
    m_sorted = std::move(merged);
}

void ResourceTable::setFilterText(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    const bool narrowing = words.join(u' ').startsWith(m_words.join(u' ')) && words.size() >= m_words.size();
    m_words = words;
    refilter(narrowing);
}

void ResourceTable::setWordFilter(int column, const QStringList &words)
{
    m_wordColumn = column;
    m_wantedWords = QSet<QString>(words.begin(), words.end());
    refilter(false);
}

void ResourceTable::refilter(bool narrowing)
{
    m_passes.resize(m_store.capacity());
    const QList<int> rows = inMemoryOrder(m_sorted, m_store);
    for (const int slot : rows)
        m_passes[slot] = (!narrowing || m_passes.at(slot)) && accepts(slot);
    show(wanted());
    emit changed();
}

bool ResourceTable::accepts(int slot) const
{
    const Row &row = m_store.at(slot);
    if (!m_wantedWords.isEmpty() && !m_wantedWords.contains(row.cells.value(m_wordColumn).text))
        return false;
    return std::ranges::all_of(m_words, [&row](const QString &word) {
        return std::ranges::any_of(row.cells, [&word](const Cell &cell) { return containsInAnyCase(cell.text, word); });
    });
}

QList<int> ResourceTable::wanted() const
{
    if (m_words.isEmpty() && m_wantedWords.isEmpty())
        return m_sorted;
    QList<int> order;
    order.reserve(m_sorted.size());
    std::ranges::copy_if(m_sorted, std::back_inserter(order), [this](int slot) { return m_passes.at(slot); });
    return order;
}

void ResourceTable::show(const QList<int> &next)
{
    if (next == m_shown) {
        reindex();
        return;
    }
    QList<bool> stays(m_store.capacity(), false);
    for (const int slot : next)
        stays[slot] = true;
    QList<bool> wasShown(m_store.capacity(), false);
    for (const int slot : std::as_const(m_shown))
        wasShown[slot] = true;
    QList<int> keptOrder;
    keptOrder.reserve(next.size());
    std::ranges::copy_if(next, std::back_inserter(keptOrder), [&wasShown](int slot) { return wasShown.at(slot); });
    if (keptOrder.size() < m_shown.size())
        hideRows(keptOrder, stays);
    if (keptOrder.size() == next.size()) {
        if (m_shown != next)
            permute(next);
    } else {
        if (m_shown != keptOrder)
            permute(keptOrder);
        showRows(next);
    }
}

void ResourceTable::hideRows(const QList<int> &keptOrder, const QList<bool> &stays)
{
    QList<std::pair<int, int>> runs; // first and last row, from the top
    QList<int> leaving;
    for (int row = 0; row < m_shown.size(); ++row) {
        if (stays.at(m_shown.at(row)))
            continue;
        leaving.append(m_shown.at(row));
        if (!runs.isEmpty() && runs.last().second == row - 1)
            runs.last().second = row;
        else
            runs.append({row, row});
    }
    if (runs.size() > manyRuns) {
        permute(keptOrder + leaving);
        runs = {{int(keptOrder.size()), int(m_shown.size()) - 1}};
    }
    for (auto it = runs.crbegin(); it != runs.crend(); ++it) {
        beginRemoveRows({}, it->first, it->second);
        m_shown.remove(it->first, it->second - it->first + 1);
        reindex();
        endRemoveRows();
    }
}

void ResourceTable::showRows(const QList<int> &next)
{
    QList<bool> isShown(m_store.capacity(), false);
    for (const int slot : std::as_const(m_shown))
        isShown[slot] = true;
    QList<std::pair<int, int>> runs;
    QList<int> arriving;
    for (int row = 0; row < next.size(); ++row) {
        if (isShown.at(next.at(row)))
            continue;
        arriving.append(next.at(row));
        if (!runs.isEmpty() && runs.last().second == row - 1)
            runs.last().second = row;
        else
            runs.append({row, row});
    }
    if (runs.size() > manyRuns) {
        beginInsertRows({}, int(m_shown.size()), int(m_shown.size() + arriving.size()) - 1);
        m_shown += arriving;
        reindex();
        endInsertRows();
        permute(next);
        return;
    }
    for (const auto &[first, last] : std::as_const(runs)) {
        beginInsertRows({}, first, last);
        m_shown.insert(first, last - first + 1, 0);
        std::copy(next.begin() + first, next.begin() + last + 1, m_shown.begin() + first);
        reindex();
        endInsertRows();
    }
}

void ResourceTable::permute(const QList<int> &order)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> ownSlots;
    ownSlots.reserve(before.size());
    for (const auto &one : before)
        ownSlots.append(m_shown.at(one.row()));
    m_shown = order;
    reindex();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_rowOfSlot.at(ownSlots.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ResourceTable::reindex()
{
    m_rowOfSlot.fill(-1, m_store.capacity());
    for (int row = 0; row < m_shown.size(); ++row)
        m_rowOfSlot[m_shown.at(row)] = row;
}

} // namespace models
