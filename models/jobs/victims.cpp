// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/victims.h"

#include <algorithm>
#include <array>

namespace models {

namespace {

/// What gloo, NCCL, TCPStore, gRPC, Open MPI and torchelastic say of a peer that is gone.
constexpr std::array<std::string_view, 11> partingWords {"Connection closed by peer",
                                                         "Connection reset by peer",
                                                         "Broken pipe",
                                                         "Socket closed",
                                                         "ncclRemoteError",
                                                         "remote process exited",
                                                         "recvValue failed",
                                                         "DistNetworkError",
                                                         "lost communication with",
                                                         "got signal: 15",
                                                         "failed to connect to all addresses"};

bool failed(const Rank &rank)
{
    return std::ranges::any_of(rank.containers, [](const ContainerState &container) { return container.exitCode > 0; });
}

/// Ended by itself with an error: whoever is killed has a reason of its own.
bool gaveUp(const Rank &rank)
{
    return std::ranges::all_of(rank.containers, [](const ContainerState &container) {
        return container.exitCode < 128 || container.exitCode == 143;
    });
}

bool saysSo(const QList<LogLine> &lines)
{
    return std::ranges::any_of(lines, [](const LogLine &line) {
        const std::string_view text(line.text.constData(), size_t(line.text.size()));
        return std::ranges::any_of(partingWords,
                                   [&](std::string_view words) { return text.find(words) != std::string_view::npos; });
    });
}

} // namespace

QStringList victimsOf(const QList<Rank> &ranks, const std::function<QList<LogLine>(const QString &pod)> &tail)
{
    QStringList victims;
    qsizetype all = 0;
    for (const Rank &rank : ranks) {
        if (!failed(rank))
            continue;
        ++all;
        if (gaveUp(rank) && saysSo(tail(rank.pod)))
            victims.append(rank.pod);
    }
    return victims.size() < all ? victims : QStringList();
}

} // namespace models
