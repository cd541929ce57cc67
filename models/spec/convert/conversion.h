// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <compare>
#include <expected>
#include <optional>

namespace models {

/// What became of one field of the source. Texts are in the user's language and may hold text of the source: plain
/// text only.
struct ConversionNote
{
    enum class Kind
    {
        Kept, ///< stands elsewhere now and means the same
        Changed, ///< means the same by other means, or nearly the same
        Lost, ///< has no counterpart
    };
    Kind kind = Kind::Kept;
    int line = 1, column = 1; ///< of the source, from 1; columns are UTF-16 units
    QString path {}; ///< "spec.runPolicy.cleanPodPolicy"
    QString text {}; ///< a sentence
    QString remedy {}; ///< what to do; may be empty

    bool operator==(const ConversionNote &) const = default;
};

/// A version of Kubeflow Trainer: which field of a TrainJob takes what the runtime does not say depends on it.
struct TrainerVersion
{
    int major = 2, minor = 3;

    /// "2.1", "v2.1.0"; empty if it is no version.
    static std::optional<TrainerVersion> parse(const QString &text);
    auto operator<=>(const TrainerVersion &) const = default;
};

struct ConversionOptions
{
    QString to {}; ///< the kind wanted, in any case of letters; empty: the converter's own choice
    TrainerVersion trainer {};
};

struct Conversion
{
    QString text;
    QString from, to; ///< kinds of the first document that was converted: "PyTorchJob", "TrainJob"
    QList<ConversionNote> notes; ///< in the order of the source

    int count(ConversionNote::Kind kind) const;
};

/// Why a text cannot be converted, and where.
struct ConversionRefusal
{
    Problem problem;
    int line = 1, column = 1;
};

/// One thing that can be made of a text.
struct ConversionOffer
{
    QString from, to; ///< kinds

    bool operator==(const ConversionOffer &) const = default;
};

/// What convertSpec() could make of the text; empty if it is of no kind that can be converted. Pure; any thread.
QList<ConversionOffer> conversionOffers(const QByteArray &utf8);

/// Converts each document of a convertible kind and leaves the others as they are. Every field of a converted document
/// is in the result or has a note. Comments stay with the fields that they stand at. The text is refused as the
/// parser of specs refuses it: 4 MiB, 200,000 values. Pure; any thread.
std::expected<Conversion, ConversionRefusal> convertSpec(const QByteArray &utf8, const ConversionOptions &options = {});

} // namespace models
