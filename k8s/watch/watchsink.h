// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"

#include <string_view>

namespace k8s {

/// How fresh the receiver's copy of a collection is.
enum class WatchState
{
    Listing, ///< first list on its way
    Live, ///< the copy follows the server
    Stale, ///< connection lost: the copy is kept, retrying
    Failed, ///< will not get better by itself (forbidden, not found); retried slowly
};

/// Who receives a reflector's objects. All calls come from the net thread, one at a time, in the order of the contract
/// of client-go's ReflectorStore (tools/cache/reflector.go): objects are JSON text, valid during the call only.
class WatchSink
{
public:
    virtual ~WatchSink() = default;

    /// A new full list begins: what is not upserted until endReplace() is gone. Items come while the list is still
    /// arriving. If it breaks off, beginReplace() is called again without endReplace(), and counting begins anew.
    virtual void beginReplace() = 0;
    virtual void endReplace() = 0;
    /// Added or changed. `json` is one complete object (apiVersion and kind may be missing for items of a list).
    virtual void upsert(std::string_view json) = 0;
    virtual void remove(std::string_view uid) = 0;
    virtual void stateChanged(WatchState state, const Error &error) = 0;
};

} // namespace k8s
