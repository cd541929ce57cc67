// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace models {

/// The metrics whose charts come first in every job, by name, remembered in the user's configuration folder. GUI
/// thread.
class MetricPins
{
public:
    /// An empty name: the user's own file, charts.ini beside the program's settings.
    explicit MetricPins(const QString &fileName = {});

    bool contains(const QString &metric) const { return m_names.contains(metric); }
    void set(const QString &metric, bool pinned);
    /// Read anew: another page may have changed it.
    void reload();

private:
    QString m_fileName;
    QStringList m_names;
};

} // namespace models
