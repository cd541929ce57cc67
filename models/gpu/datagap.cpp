// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/datagap.h"

#include <QCoreApplication>

namespace models {

namespace {

struct DataGapText
{
    Q_DECLARE_TR_FUNCTIONS(DataGap)
};

} // namespace

DataGap DataGap::nothingExports()
{
    return {
        Kind::NothingExports,
        {DataGapText::tr(
             "Nothing in this cluster tells how busy its GPUs are: no GPU exporter was found, and no Prometheus that "
             "knows of one."),
         DataGapText::tr(
             "Install NVIDIA's dcgm-exporter or AMD's device-metrics-exporter; both are found by themselves.")}};
}

DataGap DataGap::notAttributed(int devices)
{
    return {
        Kind::NotAttributed,
        {DataGapText::tr("%n device(s) are measured on these nodes, but the exporter does not say which pods use them.",
                         nullptr, devices),
         DataGapText::tr("Give dcgm-exporter the kubelet's pod resources: set DCGM_EXPORTER_KUBERNETES=true and mount "
                         "/var/lib/kubelet/pod-resources.")}};
}

DataGap DataGap::noRight(const QString &right, const k8s::Error &error)
{
    return {Kind::NoRight, {describe(error).sentence, DataGapText::tr("Ask for the right to %1.").arg(right)}};
}

DataGap DataGap::tooSoon()
{
    return {Kind::TooSoon,
            {DataGapText::tr("The GPU exporter has not measured these pods yet."),
             DataGapText::tr("It measures every 30 seconds by default; the figures appear by themselves.")}};
}

DataGap DataGap::unreachable(const QString &what, const k8s::Error &error)
{
    return {Kind::Unreachable,
            {DataGapText::tr("%1 does not answer. %2").arg(what, describe(error).sentence),
             DataGapText::tr("It is tried again by itself, ever more slowly.")}};
}

DataGap DataGap::asksForNone()
{
    return {Kind::AsksForNone,
            {DataGapText::tr("The pods of this job ask for no GPU."),
             DataGapText::tr("To use one, add nvidia.com/gpu or your vendor's name to resources.limits.")}};
}

DataGap DataGap::notRunning()
{
    return {Kind::NotRunning, {DataGapText::tr("No pod of this job runs: there is nothing to measure."), {}}};
}

} // namespace models
