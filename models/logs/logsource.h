// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace models {

/// Where lines come from: one attempt of one container of one rank, or one local file. A source never changes its id.
struct LogSource
{
    int id = -1; ///< position in the document's list of sources
    int rank = 0; ///< decides the colour on every page
    QString label {}; ///< prefix of the lines: "master-0"; attempts after the first "master-0 #2", other containers
                      ///< "master-0/proxy"
    QString ns {};
    QString pod {};
    QString podUid {};
    QString replicaType {};
    QString container {};
    bool init = false; ///< ran before the others
    bool main = true; ///< the container that trains; figures are read from it
    int attempt = 0; ///< restart count of the container when this attempt began

    bool operator==(const LogSource &) const = default;
};

} // namespace models
