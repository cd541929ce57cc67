// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kinds/kinddescriptor.h"

namespace models {

/// One entry of a CRD's additionalPrinterColumns.
struct PrinterColumn
{
    QString name;
    QString type; ///< string, integer, number, boolean, date
    QString jsonPath; ///< e.g. .status.conditions[-1:].type
    int priority = 0; ///< above 0: only in wide views
};

/// Columns for a kind that has no file: namespace, name, the server's printer columns (or a state found in the usual
/// places), age.
TableColumns genericColumns(const k8s::ResourceType &type, const QList<PrinterColumn> &printerColumns = {});
/// The printer columns that a CustomResourceDefinition declares for one version.
QList<PrinterColumn> printerColumns(const k8s::JsonView &crd, const QString &version);
/// The value at a JSONPath of the subset that printer columns use (members, quoted keys, indexes, negative indexes,
/// filters on equality); "" if there is none.
QString valueAt(const k8s::JsonView &object, const QString &jsonPath);

} // namespace models
