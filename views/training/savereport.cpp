// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/savereport.h"

#include "models/report/jobreport.h"
#include "views/charts/reportcolors.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace views {

models::Problem saveReport(const QString &fileName, const models::JobDetail &detail, const models::JobMetrics &metrics)
{
    QSaveFile file(fileName);
    const QByteArray html = models::jobReport(detail, metrics, reportColors());
    if (file.open(QIODevice::WriteOnly) && file.write(html) == html.size() && file.commit())
        return {};
    return {QCoreApplication::translate("SaveReport", "The report was not written to %1: %2.")
                .arg(fileName, file.errorString()),
            QCoreApplication::translate("SaveReport", "Choose another folder.")};
}

} // namespace views
