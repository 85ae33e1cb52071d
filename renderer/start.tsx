import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { App } from './App.tsx';
import { queryClient } from './api.ts';
import { connect } from './connection.ts';
import { createRouter } from './routes.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
connect();
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient}>
      <RouterProvider router={createRouter()} />
    </App>
  </StrictMode>,
);
