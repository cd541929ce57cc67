// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/contextentry.h"

#include <QWidget>

class QVBoxLayout;

namespace models {
class SandboxSupervisor;
}

namespace views {

class Card;
class Label;
class SandboxCard;

/// The three doors: start the sandbox, use a cluster, open a log. The supervisor must outlive it.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(models::SandboxSupervisor &sandbox, QWidget *parent = nullptr);

    /// The clusters of the kubeconfig, each with what is known of its health; may be called whenever one changes.
    void setContexts(const QList<ContextEntry> &contexts);
    /// Why there are no contexts, or what is wrong with some of them; empty if all is well.
    void setKubeconfigNote(const QString &note);

signals:
    void sandboxOpened();
    void contextChosen(const QString &name);
    void kubeconfigRequested();
    void logRequested();

private:
    QWidget *head();
    Card *clusterCard();
    Card *logCard();

    SandboxCard *m_sandbox;
    QVBoxLayout *m_contexts = nullptr;
    Label *m_note = nullptr;
    QList<ContextEntry> m_shown;
};

} // namespace views
