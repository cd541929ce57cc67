// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/commands.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

Result<void> checkRights()
{
    if (::geteuid() == 0)
        return {};
    return std::unexpected(Problem{.text = u"The sandbox needs root: it makes namespaces, mounts and control groups of its own"_s,
                                   .remedy = u"Run it with sudo, or use a cluster of your own through a kubeconfig."_s,
                                   .rights = true});
}

Result<void> status(const Options&) { return {}; }
Result<void> doctor(const Options&) { return {}; }
Result<void> load(const Options&, Reporter&) { return {}; }
Result<void> fleet(const Options&, Reporter&) { return {}; }
Result<void> logs(const Options&) { return {}; }

} // namespace sandbox
