// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "k8s/api/apiresource.h"
#include "models/spec/livedifference.h"

#include <QObject>

#include <memory>

namespace app {

/// Compares the documents of a text with the live objects and applies them (server-side apply). Knows no widget; one
/// per connection. GUI thread; parsing happens on the pool.
class LaunchApply : public QObject
{
    Q_OBJECT
public:
    enum class Force
    {
        No, ///< fields of other managers are left to them: conflicted() tells
        Yes ///< fields of other managers are taken over
    };

    explicit LaunchApply(k8s::ApiClient &client, QObject *parent = nullptr);
    ~LaunchApply() override;

    /// For documents that name none; "default" if never called.
    void setNamespace(const QString &ns);
    /// What each object is and what it would be, from a dry run of an apply; changes nothing.
    void compare(const QString &yaml);
    /// A dry run of all documents, then all of them: a conflict or a mistake in one of them leaves the others alone.
    void apply(const QString &yaml, Force force);
    /// What was applied stays.
    void cancel();
    bool isBusy() const;

signals:
    void busyChanged(bool busy);
    void progress(const QString &sentence);
    void compared(const QList<models::LiveDifference> &differences);
    void applied(const k8s::ObjectRef &last, int objects);
    /// Others manage fields that the text would change: "kubectl: .spec.replicas". Nothing was applied.
    void conflicted(const QStringList &owners, int document);
    void failed(const k8s::Error &error, int document);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Who owns what, of a server's refusal: "kubectl: .spec.replicas". Empty if the error is no such conflict. Pure.
QStringList fieldOwners(const k8s::Error &error);
/// A manifest of an object's JSON as it is compared. Values of a Secret are hidden behind a hash that holds for this
/// run of the program, so that a change still shows.
QString comparableText(const QByteArray &json);

} // namespace app
