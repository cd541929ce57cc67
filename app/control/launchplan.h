// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiresource.h"
#include "k8s/core/result.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace app {

/// One object that is about to be sent.
struct LaunchItem
{
    k8s::ObjectRef object; ///< without uid
    QByteArray json;
    int document = 0; ///< its place in the text, from 0
    bool job = false;
    bool inNewNamespace = false; ///< its namespace is made by the same text: no dry run can know it

    bool operator==(const LaunchItem &) const = default;
};

/// What a YAML text would send, in the order in which it is sent.
struct LaunchPlan
{
    QList<LaunchItem> items;
    bool unknownKind = false; ///< the error may be cured by asking the cluster again what it serves
    int failedDocument = -1;
};

/// Reads the documents and resolves their kinds. Namespaces come first, then ConfigMaps, Secrets, claims and runtimes,
/// then the rest, each in the order of the text. Pure; any thread. `plan` is filled as far as it went.
k8s::Result<> makeLaunchPlan(const QByteArray &yaml, const QString &defaultNamespace,
                             const QList<k8s::ApiResource> &resources, LaunchPlan &plan);

/// The object of the same text that the server missed when it refused `item`; null if it missed none of them. Admission
/// webhooks look up what an object refers to (Trainer v2.3, pkg/webhooks/trainjob_webhook.go: the runtime of a
/// TrainJob), so a dry run cannot know what is only about to be made. Pure; any thread.
const LaunchItem *missedPart(const LaunchPlan &plan, const LaunchItem &item, const k8s::Error &refusal);

/// How long to wait before try `number` (from 1) of an object whose missed part was just made: webhooks ask their
/// operator's cache, which is milliseconds behind, and up to a minute after the API server was away (client-go's
/// reflector backs off to 30 s and more). Nothing once a minute has gone.
std::optional<std::chrono::milliseconds> pauseBeforeTry(int number);

} // namespace app
