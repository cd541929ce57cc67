// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "k8s/core/resourcetype.h"
#include "k8s/watch/watchsink.h"

#include <memory>

namespace k8s {

/// What to follow.
struct WatchTarget
{
    ResourceType type;
    QString ns {}; ///< empty: all namespaces
    QString labelSelector {};
    QString fieldSelector {}; ///< e.g. metadata.name=x to follow one object
};

/// Keeps a WatchSink equal to a collection of the cluster: list (paged), watch with bookmarks, back-off, relist on 410
/// (reflectorcore.h). Pods, events and nodes are asked for in protobuf and reach the sink as JSON with the fields of
/// protomessages.cpp; everything else comes as the server wrote it. Created, started and destroyed in any one thread;
/// the work happens on the net thread. No call to the sink after the destructor; so never destroy it while holding a
/// lock that the sink takes.
class Reflector
{
public:
    Reflector(ApiClient &client, WatchTarget target, std::shared_ptr<WatchSink> sink);
    ~Reflector();
    Reflector(const Reflector &) = delete;
    Reflector &operator=(const Reflector &) = delete;

    void start();
    /// Skip the current back-off, e.g. after "Retry" or a network change.
    void retryNow();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace k8s
