// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/boardpicture.h"
#include "models/tables/resourcetable.h"

#include <QTimer>

namespace models {

class NodeBoard;

/// The pods that hold GPUs, as rows: the longest idle first. Lives in the GUI thread; the board must outlive it.
class HolderTable : public ResourceTable
{
    Q_OBJECT
public:
    enum Column
    {
        Pod,
        Job,
        Namespace,
        Node,
        Gpus,
        Use,
        Idle
    };

    explicit HolderTable(NodeBoard &board, QObject *parent = nullptr);

private:
    void refresh();

    NodeBoard &m_board;
    QHash<QString, GpuHolder> m_shown; // by uid
    QTimer m_rest; // more changed than one turn takes
};

} // namespace models
