// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/schemastore.h"
#include "models/spec/specdocument.h"

namespace models {

// Both read the text by its indentation, because the text does not parse while it is being typed. Pure.

QList<SpecCompletion> completionsIn(const QString &text, qsizetype position, const SchemaStore::Lookup &schemas);
/// Type, whether it is required, default, description of the field that the position is on; empty if none.
QString explanationIn(const QString &text, qsizetype position, const SchemaStore::Lookup &schemas);

} // namespace models
