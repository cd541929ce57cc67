// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/metricpins.h"

#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace models {

MetricPins::MetricPins(const QString &fileName)
    : m_fileName(fileName.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                         + u"/pilothouse/charts.ini"_s
                                    : fileName)
{
    reload();
}

void MetricPins::reload() { m_names = QSettings(m_fileName, QSettings::IniFormat).value("pinned"_L1).toStringList(); }

void MetricPins::set(const QString &metric, bool pinned)
{
    reload();
    m_names.removeAll(metric);
    if (pinned)
        m_names.append(metric);
    QSettings(m_fileName, QSettings::IniFormat).setValue("pinned"_L1, m_names);
}

} // namespace models
