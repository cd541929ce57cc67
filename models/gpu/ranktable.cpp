// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/ranktable.h"

#include "models/core/format.h"
#include "models/gpu/jobresources.h"
#include "models/kinds/cells.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

Cell figure(const std::optional<double> &value, const QString &pattern)
{
    if (!value)
        return {u"–"_s, -1, Tone::Neutral};
    return {pattern.arg(figureText(*value, 3)), *value};
}

Cell bytes(const std::optional<double> &value)
{
    if (!value)
        return {u"–"_s, -1, Tone::Neutral};
    return {bytesText(qint64(*value)), *value};
}

Cell deviceMemory(const RankResources &rank)
{
    Cell cell = bytes(rank.deviceMemoryUsed);
    if (rank.deviceMemoryUsed && rank.deviceMemoryTotal)
        cell.text += u" / "_s + bytesText(qint64(*rank.deviceMemoryTotal));
    return cell;
}

/// Memory held and nothing computed: worth a look.
Cell use(const RankResources &rank)
{
    Cell cell = figure(rank.use, u"%1 %"_s);
    constexpr double held = 512.0 * 1024 * 1024;
    if (rank.use && *rank.use <= 0 && rank.deviceMemoryUsed.value_or(0) > held)
        cell.tone = Tone::Warning;
    return cell;
}

Cell devices(const RankResources &rank)
{
    if (rank.rank.gpus <= 0 && rank.devices.isEmpty())
        return {u"–"_s, 0};
    QStringList numbers;
    for (const DeviceReading &device : rank.devices)
        numbers.append(device.slice.isEmpty() ? QString::number(device.index) : device.slice);
    const double count = std::max(rank.rank.gpus, double(rank.devices.size()));
    return {numbers.isEmpty() ? figureText(count, 3) : u"%1 (%2)"_s.arg(figureText(count, 3), numbers.join(u", ")),
            count};
}

/// A column without a projection keeps what it has; these are made here, row by row.
Cell madeHere(const k8s::JsonView &) { return {}; }

TableColumns rankColumns()
{
    const auto number = [](const QString &title, int width) {
        return TableColumn {title, &madeHere, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, width};
    };
    return {{RankTable::tr("Rank"), &madeHere, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
            {RankTable::tr("Node"), &madeHere, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 18},
            number(RankTable::tr("GPUs"), 10),
            number(RankTable::tr("GPU use"), 9),
            number(RankTable::tr("GPU memory"), 18),
            number(RankTable::tr("Power"), 8),
            number(RankTable::tr("Temperature"), 12),
            number(RankTable::tr("CPU"), 10),
            number(RankTable::tr("Memory"), 10)};
}

Row rowOf(const RankResources &rank)
{
    return {.uid = rank.rank.podUid,
            .ns = rank.rank.ns,
            .name = rank.rank.pod,
            .cells = {{rank.rank.label},
                      {rank.rank.node},
                      devices(rank),
                      use(rank),
                      deviceMemory(rank),
                      figure(rank.power, u"%1 W"_s),
                      figure(rank.temperature, u"%1 °C"_s),
                      figure(rank.cpu, RankTable::tr("%1 cores")),
                      bytes(rank.memory)},
            .kind = nullptr,
            .type = k8s::podType()};
}

} // namespace

RankTable::RankTable(JobResources &resources, QObject *parent)
    : ResourceTable(rankColumns(), parent)
    , m_resources(resources)
{
    sort(Rank);
    connect(&resources, &JobResources::changed, this, &RankTable::refresh);
    refresh();
}

void RankTable::refresh()
{
    QList<Row> rows;
    QSet<QString> uids;
    for (const RankResources &rank : m_resources.ranks()) {
        rows.append(rowOf(rank));
        uids.insert(rank.rank.podUid);
    }
    const QSet<QString> gone = m_uids - uids;
    m_uids = uids;
    apply(rows, {gone.cbegin(), gone.cend()});
}

} // namespace models
