// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient_p.h"
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

/// Asks the pod. The kubelet tells a new attempt to the API server when it begins to serve its log, so ask after the
/// log has answered (kubernetes/pkg/kubelet: validateContainerLogStatus reads what status_manager sends). An error: the
/// way to the server broke. Any thread; answers on the net thread.
void checkAttempt(ApiClient::Private &client, const LogTarget &target,
                  std::function<void(const Result<AttemptState> &)> done);

/// The same, of a pod's JSON. Pure.
AttemptState attemptState(std::string_view pod, const LogTarget &target);

} // namespace k8s
