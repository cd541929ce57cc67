// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"

#include <QString>

#include <optional>

namespace models {

/// A running pod that serves the figures of one node's devices.
struct Exporter
{
    QString ns, pod, node;
    int port = 0;
    QString path; ///< "/metrics"
    bool tls = false;

    /// Through the API server; needs the right to get pods/proxy there.
    QString proxyPath() const;
    bool operator==(const Exporter &) const = default;
};

/// The exporter that a pod is: by labels, image or name and a port; empty if it is none, or does not run. Knows
/// NVIDIA's (also the GPU operator's), AMD's and the common community exporters. Pure; any thread.
std::optional<Exporter> exporterOf(const k8s::JsonView &pod);
/// Selectors that find the usual ones without listing every pod of a cluster.
QStringList exporterSelectors();

/// A Prometheus server as a Service.
struct PrometheusService
{
    QString ns, name;
    int port = 0;
    bool tls = false;

    QString proxyPath() const; ///< without a slash at the end; needs services/proxy
    bool operator==(const PrometheusService &) const = default;
};

/// By labels as the usual charts and operators set them, and a port. Pure; any thread.
std::optional<PrometheusService> prometheusOf(const k8s::JsonView &service);
/// The first one of a ServiceList (JSON). Pure; any thread.
std::optional<PrometheusService> prometheusAmong(const QByteArray &services);

} // namespace models
