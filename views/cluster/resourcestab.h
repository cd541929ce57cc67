// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace models {
class JobResources;
}

namespace views {

/// What a job uses: charts of GPU use, GPU memory, CPU, memory, power and temperature on one time axis, by rank or for
/// the whole job; a table by rank; and why figures are missing where they are. The resources must outlive it.
class ResourcesTab : public QWidget
{
    Q_OBJECT
public:
    explicit ResourcesTab(models::JobResources &resources, QWidget *parent = nullptr);
    ~ResourcesTab() override;

    /// The whole job as one line instead of a line per rank.
    void setWholeJob(bool wholeJob);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
