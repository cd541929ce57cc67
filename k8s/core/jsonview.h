// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <functional>
#include <optional>
#include <string_view>

#include <simdjson.h>

namespace k8s {

/// A read-only look into one parsed JSON object, for code that projects cells out of API objects. A view never throws:
/// what is missing or of another type reads as empty. Valid while its JsonDocument lives. Any thread, one at a time.
class JsonView
{
public:
    JsonView() = default;
    explicit JsonView(simdjson::dom::element element)
        : m_element(element)
    {
    }

    bool exists() const { return m_element.has_value(); }
    bool isObject() const;
    bool isArray() const;

    /// Member of an object. Keys are literal: "training.kubeflow.org/job-name" is one key.
    JsonView operator[](std::string_view key) const;
    /// Nested members: view.at("metadata", "labels", "app").
    template <class... Keys>
        requires(std::convertible_to<Keys, std::string_view> && ...)
    JsonView at(Keys... keys) const
    {
        JsonView view = *this;
        ((view = view[std::string_view(keys)]), ...);
        return view;
    }
    JsonView at(qsizetype index) const; ///< element of an array
    qsizetype size() const; ///< members of an array or object, else 0

    QString string(const QString &otherwise = {}) const;
    std::string_view text() const; ///< "" if not a string
    qint64 integer(qint64 otherwise = 0) const;
    double number(double otherwise = 0) const;
    bool boolean(bool otherwise = false) const;

    void forEach(const std::function<void(JsonView)> &visit) const; ///< elements of an array
    void
    forEachMember(const std::function<void(std::string_view key, JsonView)> &visit) const; ///< members of an object

    QByteArray toJson() const; ///< minified text

private:
    std::optional<simdjson::dom::element> m_element;
};

/// Parses one JSON document at a time, reusing its memory. Not thread safe: one per thread or per owner.
class JsonDocument
{
public:
    /// The view is valid until the next parse. Missing view (exists() false) if the text is not JSON; see errorText().
    JsonView parse(std::string_view json);
    QString errorText() const { return m_error; }

private:
    simdjson::dom::parser m_parser;
    QString m_error;
};

} // namespace k8s
