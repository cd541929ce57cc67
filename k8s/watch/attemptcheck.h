// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient_p.h"
#include "k8s/watch/loglines.h"
#include "k8s/watch/logstream.h"

#include <functional>

namespace k8s {

/// Whose lines a log that is read again brings: the API names a container by pod and name, not by its attempt.
enum class AttemptState
{
    Same, ///< or nobody can tell: the pod may not be read
    Next, ///< the container was started again once
    Gone ///< it was started again more than once, or another pod has this name now
};

/// Asks the pod, and then the kubelet for the log before this one: if that is ours, a new attempt runs. The pod alone
/// may be late: while the API server is away the kubelet serves a new attempt whose start it cannot tell yet
/// (kubernetes/pkg/kubelet: logs are found by status_manager's own copy of the status). `seen` are the lines of this
/// attempt. An error: the way to the server broke. Any thread; answers on the net thread.
void checkAttempt(std::shared_ptr<ApiClient::Private> client, const LogTarget &target, const LogLines &seen,
                  std::function<void(const Result<AttemptState> &)> done);

/// The first half of the same, of a pod's JSON. Pure.
AttemptState attemptState(std::string_view pod, const LogTarget &target);

} // namespace k8s
