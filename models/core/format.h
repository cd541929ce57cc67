// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <string_view>

namespace models {

/// A duration as kubectl writes ages (k8s.io/apimachinery duration.HumanDuration): "45s", "3m12s", "2h5m", "4d3h",
/// "2y40d".
QString durationText(qint64 seconds);
/// The age of something at `now`; "" if `since` is not valid.
QString ageText(const QDateTime &since, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// A measured value with `significant` digits and no exponent where one can be avoided: 0.1123, 12.35, 1.9e-05; "NaN",
/// "inf".
QString figureText(double value, int significant = 4);
/// An amount with up to two decimals, as many as it needs: 1234, 1.5, 0.25.
QString plainNumber(double amount);
/// Bytes with a binary unit: "512 B", "1.5 KiB", "12 GiB".
QString bytesText(qint64 bytes);
/// An RFC 3339 time of the API, with or without fraction; invalid if it is none.
QDateTime parseTime(std::string_view text);

/// The same as seconds since the epoch, cheaper; 0 if it is no time.
double epochSeconds(std::string_view text);

} // namespace models
