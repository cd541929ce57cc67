// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>

#include <functional>
#include <string_view>

namespace k8s {

/// What a list says about itself (metav1.ListMeta).
struct ListMeta
{
    QByteArray resourceVersion;
    QByteArray continueToken; ///< not empty: there are more pages
    qint64 remainingItemCount = 0; ///< 0 if the server does not say

    bool operator==(const ListMeta &) const = default;
};

/// Whether an answer is one list or an endless row of watch events.
enum class BodyShape
{
    List,
    Stream
};

/// Finds the objects in the bytes of one answer as they arrive: the items of a list, or the events of a watch.
/// Keeps one object in memory, never the list. Any thread, one at a time. A new answer takes a new splitter.
class ObjectSplitter
{
public:
    /// Gets one object, valid during the call.
    using Visit = std::function<void(std::string_view object)>;
    /// The largest object taken: client-go's limit for one watch event (streaming.go, maxBytes).
    static constexpr qsizetype maximumObjectSize = 16 * 1024 * 1024;

    virtual ~ObjectSplitter() = default;
    /// Bytes may be cut anywhere. After an error nothing more can be fed.
    virtual Result<> feed(std::string_view bytes, const Visit &visit) = 0;
    /// The answer ended: an error if it ended inside an object or inside the list.
    virtual Result<> finish() = 0;
    /// Of a list that ended well.
    virtual Result<ListMeta> listMeta() = 0;
};

} // namespace k8s
