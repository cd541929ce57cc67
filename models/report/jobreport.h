// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace models {

class JobDetail;
class JobMetrics;

/// A job as one HTML file that needs nothing else: state, story of its failure, final values, curves as SVG, ranks,
/// timeline, spec. No script, nothing from outside (a content security policy says so), every text escaped. `colors` is
/// CSS: the custom properties of both schemes.
QByteArray jobReport(const JobDetail &detail, const JobMetrics &metrics, const QString &colors);

} // namespace models
