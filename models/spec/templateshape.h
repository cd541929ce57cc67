// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace models {

/// What a small picture of a spec shows: not how it looks. A plain value.
struct TemplateShape
{
    enum class Picture
    {
        Plain, ///< nothing is known of the kind
        Pods, ///< that train together
        Service, ///< a request, and who answers it
        Notebook,
        Search, ///< trials
        Document,
        Storage,
        Key,
    };
    struct Part
    {
        QString role; ///< Master, Worker, transformer ...
        int count = 1;
        int possible = 0; ///< more of them that may come: an elastic job
        int share = 0; ///< of the traffic, 0: all of it

        bool operator==(const Part &) const = default;
    };

    Picture picture = Picture::Plain;
    QList<Part> parts {}; ///< Pods: the leader first; Service: in the order of a request
    bool pattern = false; ///< a runtime: nothing of it runs by itself
    bool gpu = false;

    bool operator==(const TemplateShape &) const = default;
};

/// Of the first document that is more than an ingredient of another. Any thread; a text of ours takes 0.1 ms.
TemplateShape shapeOf(const QString &yaml);

} // namespace models
