// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/holdertable.h"

#include "models/core/format.h"
#include "models/gpu/nodeboard.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype rowsPerTurn = 1000;

/// A column without a projection keeps what it has; these are made here, row by row.
Cell madeHere(const k8s::JsonView &) { return {}; }

TableColumns holderColumns()
{
    const auto text = [](const QString &title, int width) {
        return TableColumn {title, &madeHere, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, width};
    };
    return {{HolderTable::tr("Pod"), &madeHere, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
            text(HolderTable::tr("Job"), 20),
            text(HolderTable::tr("Namespace"), 14),
            text(HolderTable::tr("Node"), 18),
            {HolderTable::tr("GPUs"), &madeHere, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 7},
            {HolderTable::tr("GPU use"), &madeHere, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 9},
            {HolderTable::tr("Idle since"), &madeHere, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 11}};
}

Row rowOf(const GpuHolder &holder)
{
    const PodShare &pod = holder.pod;
    Cell use {u"–"_s, -1};
    if (holder.use)
        use = {u"%1 %"_s.arg(figureText(*holder.use, 3)), *holder.use};
    Cell idle;
    if (holder.idleSince.isValid()) {
        idle.sortKey = double(holder.idleSince.toSecsSinceEpoch());
        idle.tone = use.tone = Tone::Warning;
    }
    return {.uid = pod.uid,
            .ns = pod.ns,
            .name = pod.pod,
            .cells = {{pod.pod}, {pod.job}, {pod.ns}, {pod.node}, {figureText(pod.gpus, 3), pod.gpus}, use, idle},
            .kind = nullptr,
            .type = k8s::podType()};
}

} // namespace

HolderTable::HolderTable(NodeBoard &board, QObject *parent)
    : ResourceTable(holderColumns(), parent)
    , m_board(board)
{
    sort(Gpus, Qt::DescendingOrder);
    m_rest.setSingleShot(true);
    m_rest.callOnTimeout(this, &HolderTable::refresh);
    connect(&board, &NodeBoard::changed, this, &HolderTable::refresh);
    refresh();
}

/// Only what changed, and never so much at once that the window would have to wait.
void HolderTable::refresh()
{
    QHash<QString, GpuHolder> shown;
    shown.reserve(m_board.holders().size());
    QList<Row> rows;
    bool rest = false;
    for (const GpuHolder &holder : m_board.holders()) {
        const QString &uid = holder.pod.uid;
        const auto known = m_shown.constFind(uid);
        const bool isNew = known == m_shown.cend();
        const bool differs = isNew || *known != holder;
        const bool waits = differs && rows.size() >= rowsPerTurn;
        rest = rest || waits;
        if (differs && !waits)
            rows.append(rowOf(holder));
        if (!waits)
            shown.insert(uid, holder);
        else if (!isNew)
            shown.insert(uid, *known);
    }
    QStringList gone;
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (!shown.contains(it.key()))
            gone.append(it.key());
    }
    m_shown = std::move(shown);
    apply(rows, gone);
    if (rest)
        m_rest.start();
}

} // namespace models
