// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/resourcetable.h"

namespace models {

class JobResources;

/// The ranks of a job with what each uses now, as rows. Lives in the GUI thread; the resources must outlive it.
class RankTable : public ResourceTable
{
    Q_OBJECT
public:
    enum Column
    {
        Rank,
        Node,
        Devices,
        Use,
        DeviceMemory,
        Power,
        Temperature,
        Cpu,
        Memory
    };

    explicit RankTable(JobResources &resources, QObject *parent = nullptr);

private:
    void refresh();

    JobResources &m_resources;
    QSet<QString> m_uids;
};

} // namespace models
