// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/check.h"
#include "models/spec/schemastore.h"
#include "models/spec/specdiagnostic.h"
#include "models/spec/specform.h"
#include "models/spec/specpreview.h"

namespace models {

/// Everything known of one text. A plain value, made on the pool.
struct CheckedSpec
{
    std::shared_ptr<const k8s::SpecText> text;
    QList<SpecDiagnostic> diagnostics;
    QList<SpecObject> objects;
    SpecPreview preview;
    QList<SpecForm> forms; ///< of the documents that have one
};

/// Parses, checks and previews. Once `cancelled` says true the result is of no use. Any thread; blocks for as long as
/// the text deserves: 2,000 lines take a few milliseconds.
std::shared_ptr<const CheckedSpec> checkSpecText(const QString &text, const SchemaStore::Lookup &schemas,
                                                 const std::function<bool()> &cancelled = {});

/// The same for bytes of a file, which may not be UTF-8.
std::shared_ptr<const CheckedSpec> checkSpecBytes(const QByteArray &utf8, const SchemaStore::Lookup &schemas,
                                                  const std::function<bool()> &cancelled = {});

/// Fills line, column, position and length of a diagnostic from bytes of the text.
void placeDiagnostic(const k8s::SpecText &text, qsizetype offset, qsizetype length, SpecDiagnostic &diagnostic);

} // namespace models
