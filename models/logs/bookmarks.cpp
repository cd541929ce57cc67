// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/bookmarks.h"

#include <algorithm>

namespace models {

void Bookmarks::toggle(const LogAnchor &line)
{
    if (line.source < 0)
        return;
    if (m_lines.removeAll(line) == 0)
        m_lines.append(line);
    emit changed();
}

void Bookmarks::clear()
{
    if (m_lines.isEmpty())
        return;
    m_lines.clear();
    emit changed();
}

QList<qint64> Bookmarks::places(const LogDocument &document) const
{
    QList<qint64> places;
    for (const LogAnchor &line : m_lines) {
        if (const qint64 place = document.indexOf(line); place >= 0)
            places.append(place);
    }
    std::ranges::sort(places);
    return places;
}

qint64 Bookmarks::next(const LogDocument &document, qint64 index, bool forward) const
{
    const QList<qint64> all = places(document);
    if (all.isEmpty())
        return -1;
    if (forward) {
        const auto after = std::ranges::upper_bound(all, index);
        return after == all.end() ? all.first() : *after;
    }
    const auto from = std::ranges::lower_bound(all, index);
    return from == all.begin() ? all.last() : *std::prev(from);
}

} // namespace models
